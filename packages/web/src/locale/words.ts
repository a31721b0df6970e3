import type { zh } from './zh.ts'

/** The words of the pages: what a language must say. Keys and arguments are those of the Chinese. */
export type Words = Wide<typeof zh>

/** The same shape with any text where the Chinese has its own. */
export type Wide<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { readonly [K in keyof T]: Wide<T[K]> }
