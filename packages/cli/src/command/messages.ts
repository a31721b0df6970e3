import { appWording } from '@jiannuo/app'
import { describeWording, engineWording } from '@jiannuo/engine'
import { describeProblem, type Problem } from '@jiannuo/kernel'
import { circularWording, indicatorWording, matchWording, progressWording } from '@jiannuo/plan'
import { storeWording } from '@jiannuo/store'
import { messageOf } from '../problems.ts'

const planWording = { ...circularWording, ...indicatorWording, ...matchWording, ...progressWording }
const wording = { ...engineWording, ...describeWording, ...planWording, ...storeWording, ...appWording }

/** The problem in Chinese, of every package that works on the data. `read` has words of its own, so that it need not load these. */
export const workMessageOf = (problem: Problem): string => {
  const message = Object.hasOwn(wording, problem.code) ? describeProblem(problem, wording) : messageOf(problem)
  return problem.place === undefined ? message : `${problem.place}：${message}`
}
