export { read } from './read.ts'
export { readerWording } from './wording.zh.ts'
export type * from './types.ts'
