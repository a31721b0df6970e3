export * from './problem.ts'
export * from './result.ts'
export * from './source-text.ts'
export * from './span.ts'
