import type { ExampleDefinition } from '@jiannuo/engine'
import { refusal, step } from '../example.ts'
import { administrator, clerkOf, supervisor } from './examples-people.ts'

const bytes = (digit: string): readonly string[] => [digit.repeat(64)]

const report = {
  title: '兰台区政府工作报告（2026年）',
  kind: 'report',
  place: '兰台区',
  own: true,
  year: 2026,
  reviewYear: 2025,
  publisher: '兰台区人民政府办公室',
  date: '2026-01-08',
  original: bytes('1'),
  text: bytes('2'),
  reading: bytes('3'),
  readerVersion: '1',
  statements: 142,
  tasks: 96,
  problems: 2,
} as const

const decided = (item: string, decision: string, more: Readonly<Record<string, string>> = {}) => ({
  item,
  decision,
  ...more,
})

const oneByOne: ExampleDefinition = {
  title: '导入报告，逐条确认、合并、不采用，确认完毕后又重新确认一条',
  steps: [
    step(supervisor, 'import', '2026-01-15 09:00', { state: 'read', due: { confirm: '2026-01-29 24:00' } }, report),
    step(clerkOf('lantai-housing'), 'decide', '2026-01-15 10:00', refusal('engine/not-permitted'), {
      decided: [decided('s1', 'confirmed')],
    }),
    step(supervisor, 'decide', '2026-01-15 10:30', 'confirming', {
      decided: [
        decided('s1', 'confirmed', { commitment: '任务一' }),
        decided('s2', 'merged', { commitment: '任务一' }),
      ],
      decidedCount: 2,
    }),
    step(administrator, 'decide', '2026-01-16 09:00', 'confirming', {
      decided: [decided('s3', 'rejected', { note: '回顾上年的结果，不是承诺。' })],
      decidedCount: 3,
    }),
    step(supervisor, 'readResults', '2026-01-16 10:00', 'confirming', {
      results: [
        {
          id: 's3',
          series: 'i:lantai:public-budget-revenue:level',
          period: '2025',
          version: 'forecast',
          covers: 'period',
          value: 61.2,
          unit: '亿元',
          source: 'document',
        },
      ],
    }),
    step(supervisor, 'finish', '2026-01-20 15:00', 'confirmed'),
    step(
      supervisor,
      'reopen',
      '2026-01-21 09:00',
      { state: 'confirming', due: { confirm: '2026-02-04 24:00' } },
      {
        reason: '第3条实为本年目标，重新决定。',
      },
    ),
    step(supervisor, 'decide', '2026-01-21 09:10', 'confirming', { decided: [decided('s3', 'reopened')] }),
    step(supervisor, 'decide', '2026-01-21 09:20', 'confirming', {
      decided: [decided('s3', 'confirmed', { commitment: '任务二' })],
    }),
    step(supervisor, 'finish', '2026-01-21 09:30', 'confirmed'),
  ],
}

const wrongFile: ExampleDefinition = {
  title: '传错文件，未确认前作废；已开始确认的不能作废',
  steps: [
    step(administrator, 'import', '2026-01-15 09:00', 'read', { title: '兰台区某项目招标文件', kind: 'other' }),
    step(administrator, 'discard', '2026-01-15 09:05', 'discarded', { reason: '传错文件。' }),
    step(administrator, 'finish', '2026-01-15 09:06', refusal('engine/wrong-state')),
  ],
}

/** Worked examples of documents. */
export const documentExamples: readonly ExampleDefinition[] = [oneByOne, wrongFile]
