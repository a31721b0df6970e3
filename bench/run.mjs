#!/usr/bin/env node
// npm run bench: every figure is a ratio against a peer or a floor measured in the same run. The large ones are run by name:
// node bench/clocks.mjs 1000000, node bench/scale.mjs.
await import('./reader.mjs')
await import('./command.mjs')
await import('./start.mjs')
await import('./actions.mjs')
