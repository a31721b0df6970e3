import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (name: string) => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url))

const testsOf = (...names: readonly string[]) => names.map((name) => `packages/${name}/src/**/*.test.ts`)
const PURE = testsOf('kernel', 'reader', 'engine', 'plan', 'systems')
/** These put something else in the place of a module, or take their own time. */
const ALONE = ['packages/engine/src/testing/derived-faults.test.ts', 'packages/reader/src/adversarial.test.ts']
const OFFICE = testsOf('files', 'store', 'app', 'contract', 'server', 'cli', 'web')

// Unit tests run on the sources; only the tests of the command itself use the built files.
export default defineConfig({
  resolve: {
    alias: {
      '@jiannuo/kernel': source('kernel'),
      '@jiannuo/reader': source('reader'),
      '@jiannuo/files': source('files'),
      '@jiannuo/engine/testing': fileURLToPath(new URL('./packages/engine/src/testing/index.ts', import.meta.url)),
      '@jiannuo/engine': source('engine'),
      '@jiannuo/systems': source('systems'),
      '@jiannuo/plan': source('plan'),
      '@jiannuo/store/testing': fileURLToPath(new URL('./packages/store/src/testing/index.ts', import.meta.url)),
      '@jiannuo/store/kysely': fileURLToPath(new URL('./packages/store/src/database/kysely.ts', import.meta.url)),
      '@jiannuo/store': source('store'),
      '@jiannuo/app/accounts': fileURLToPath(new URL('./packages/app/src/accounts/index.ts', import.meta.url)),
      '@jiannuo/app': source('app'),
      '@jiannuo/contract/schemas': fileURLToPath(new URL('./packages/contract/src/schemas/index.ts', import.meta.url)),
      '@jiannuo/contract': source('contract'),
      '@jiannuo/server/wording': fileURLToPath(new URL('./packages/server/src/wording.zh.ts', import.meta.url)),
      '@jiannuo/server': source('server'),
    },
  },
  test: {
    testTimeout: 60_000,
    projects: [
      // Pure packages keep nothing between tests: their files share what they import.
      { extends: true, test: { name: 'pure', include: PURE, exclude: ALONE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'office',
          include: [...OFFICE, ...ALONE, 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
          // One embedded server and what is prepared on it serve the whole run.
          globalSetup: ['packages/store/testing/shared.ts'],
        },
      },
    ],
    // Most of a run waits for databases: even two cores carry three files at once.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // Built, a PDF is read in a thread that takes these alone (packages/files SPEC F86); unit tests run from sources, in this thread.
    onUnhandledError: (error) =>
      !/^(?:XRef\w+|MissingData|ParserEOF|Format)(?:Exception|Error)$/.test(error.name ?? ''),
  },
})
