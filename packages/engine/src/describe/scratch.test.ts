import { it } from 'vitest'
import { lending } from '../testing/lending.ts'
import { runExamples } from '../testing/examples.ts'
it('prints', () => {
  console.log(JSON.stringify(runExamples(lending), null, 1))
})
