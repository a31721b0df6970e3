import type { Span } from '@jiannuo/kernel'
import type { Sentence } from '../attach/scan.ts'
import type { Statement, Task } from '../types.ts'
export function findTasks(_text: string, _span: Span, _sentence: Sentence, _clause: string, _statements: readonly Statement[], _into: Task[]): void {}
