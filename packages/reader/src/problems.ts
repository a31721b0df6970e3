import type { Problem } from '@jiannuo/kernel'
import type { Outline } from './structure/outline.ts'
import type { Meta } from './types.ts'
export function findProblems(_text: string, _outline: Outline, _meta: Meta, _walk: { problems: Problem[] }): void {}
