import type { ExampleDefinition } from '@jiannuo/engine'
import { changeExamples } from './commitments.examples-changes.ts'
import { courseExamples } from './commitments.examples-course.ts'

/** Worked examples of the ledger of commitments. */
export const commitmentExamples: readonly ExampleDefinition[] = [...courseExamples, ...changeExamples]
