import { everyWording } from '@jiannuo/app'
import { describeProblem, type Problem } from '@jiannuo/kernel'
import { serverWording } from '@jiannuo/server/wording'
import { messageOf } from '../problems.ts'

const wording = { ...everyWording, ...serverWording }
/** The problem in Chinese, of every package that works on the data. `read` has words of its own, so that it need not load these. */
export const workMessageOf = (problem: Problem): string => {
  const message = Object.hasOwn(wording, problem.code) ? describeProblem(problem, wording) : messageOf(problem)
  return problem.place === undefined ? message : `${problem.place}：${message}`
}
