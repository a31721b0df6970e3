export * from './compare/index.ts'
export * from './decompose/index.ts'
export * from './indicators/index.ts'
export type * from './model.ts'
