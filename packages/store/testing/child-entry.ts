// What a process started by a test finds of this package.
export * from '../src/database/index.ts'
export * from '../src/database/testing.ts'
