import { appWording } from '@jiannuo/app'
import { describeWording, engineWording } from '@jiannuo/engine'
import { describeProblem, type Problem } from '@jiannuo/kernel'
import { storeWording } from '@jiannuo/store'
import { messageOf } from '../problems.ts'

const wording = { ...engineWording, ...describeWording, ...storeWording, ...appWording }

/** The problem in Chinese, of every package that works on the data. `read` has words of its own, so that it need not load these. */
export const workMessageOf = (problem: Problem): string => {
  const message = Object.hasOwn(wording, problem.code) ? describeProblem(problem, wording) : messageOf(problem)
  return problem.place === undefined ? message : `${problem.place}：${message}`
}
