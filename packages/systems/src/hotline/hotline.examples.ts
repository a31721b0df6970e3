import type { ExampleDefinition } from '@jiannuo/engine'
import { courseExamples } from './hotline.examples-course.ts'
import { dutyExamples } from './hotline.examples-duty.ts'
import { requestsExamples } from './hotline.examples-requests.ts'

/** Worked examples of the hotline loop, in 兰台区; run as tests and shown on its page. */
export const hotlineExamples: readonly ExampleDefinition[] = [...courseExamples, ...dutyExamples, ...requestsExamples]
