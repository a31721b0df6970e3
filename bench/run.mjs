#!/usr/bin/env node
// npm run bench: every figure is a ratio against a peer or a floor measured in the same run.
await import('./reader.mjs')
await import('./command.mjs')
