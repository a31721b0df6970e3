import { courseExamples } from './proposals.examples-course.ts'
import { otherExamples } from './proposals.examples-other.ts'
import { promiseExamples } from './proposals.examples-promises.ts'

/** Worked examples of S14: the scenarios written from its rules. */
export const proposalExamples = [...courseExamples, ...otherExamples, ...promiseExamples]
