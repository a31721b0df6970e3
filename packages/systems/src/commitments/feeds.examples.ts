import type { ExampleDefinition } from '@jiannuo/engine'
import { refusal, step, told } from '../example.ts'
import { clerkOf, supervisor } from './examples-people.ts'

const address = 'hotline.onTimeRate@2026;by=ratio'

const rate = {
  title: '市民热线 按时办结率',
  address,
  series: `m:${address}`,
  by: 'ratio',
} as const

const month = (period: string, version: string, numerator: number, denominator: number) => ({
  period,
  version,
  covers: 'toDate',
  value: (numerator / denominator) * 100,
  unit: '%',
  numerator,
  denominator,
})

const year: ExampleDefinition = {
  title: '按月取按时办结率，月份结束后定为最终数，口径有争议时停用，核定后恢复',
  steps: [
    step(clerkOf('lantai-urban'), 'start', '2026-02-10 09:00', refusal('engine/not-permitted'), rate),
    step(supervisor, 'start', '2026-02-10 09:05', 'running', rate),
    told('gather', '2026-02-10 09:06', 'running', month('2026-01', 'preliminary', 90, 100)),
    told('gather', '2026-02-11 09:00', 'running', month('2026-01', 'final', 90, 100)),
    told('gather', '2026-02-11 09:01', 'running', month('2026-02', 'preliminary', 133, 150)),
    step(supervisor, 'stop', '2026-02-20 10:00', 'stopped', { reason: '分母口径有争议，核定前停用。' }),
    step(supervisor, 'stop', '2026-02-20 10:01', refusal('engine/wrong-state'), { reason: '再停一次。' }),
    step(supervisor, 'resume', '2026-02-25 10:00', 'running', { reason: '口径已核定。' }),
    told('gather', '2026-02-25 10:01', 'running', month('2026-02', 'preliminary', 160, 180)),
  ],
}

/** Worked examples of feeds. */
export const feedExamples: readonly ExampleDefinition[] = [year]
