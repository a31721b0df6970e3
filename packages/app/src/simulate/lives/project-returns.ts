import type { Json, RecordState } from '@jiannuo/engine'
import { type Draw, type LifePlan, oneOf } from '../life.ts'

const MONTHS = 12

const idOfProject = ({ number, idOf, size }: Draw): string => idOf('projects', number % size('projects'))

const projectOf = (draw: Draw): RecordState | undefined => draw.look(idOfProject(draw))

const monthOf = ({ number, size }: Draw): number => Math.floor(number / size('projects')) + 1

const field =
  (name: string) =>
  (draw: Draw): Json | undefined =>
    projectOf(draw)?.fields[name]

/** Investment so far, in the share of the year's plan that the month has reached. */
const done =
  (months: (month: number) => number) =>
  (draw: Draw): number => {
    const plan = Number(projectOf(draw)?.fields['yearPlan'] ?? 1200)
    return Math.round((plan * months(monthOf(draw))) / MONTHS)
  }

/** 投资月报: every project that is being built reports each month; one in fifteen is sent back. */
export const projectReturns: LifePlan = {
  machine: 'project-returns',
  clock: 'filing',
  yearly: 220 * MONTHS,
  parts: { of: 'projects', each: MONTHS },
  coming: {
    each: (number, size) =>
      20.7 * (Math.floor(number / size('projects')) + 1) + (number % size('projects')) / size('projects'),
  },
  slow: [0.04, 4],
  values: {
    project: idOfProject,
    projectName: field('name'),
    period: ({ world, at }) => world.day(at, -15).slice(0, 7),
    leadUnit: (draw) => projectOf(draw)?.lead,
    kind: field('kind'),
    monthDone: done(() => 1),
    yearDone: done((month) => month),
    totalDone: done((month) => month + 2),
    imageProgress: '主体结构施工，累计完成过半。',
    evidence: ({ world }) => [world.evidence],
    enteredOn: (draw) => draw.record?.fields['enteredOn'] ?? field('enteredOn')(draw),
    reason: '数据与形象进度不符，请核实。',
    note: oneOf(['按月报送', 1]),
  },
  open: [
    {
      do: 'draft',
      share: 1,
      at: (draw) => projectOf(draw)?.lead,
      ready: (draw) => BUILT.has(projectOf(draw)?.state ?? ''),
    },
  ],
  states: {
    draft: [
      { do: 'submit', share: 96, after: 1.2 },
      { share: 4, after: 12 },
    ],
    submitted: [
      { do: 'approve', share: 93, after: 1.2 },
      { do: 'sendBack', share: 7, after: 1.2, most: 1 },
    ],
    sentBack: [{ do: 'submit', share: 100, after: 1 }],
    counted: [
      { do: 'revise', share: 3, after: [15, 30], most: 1, give: { finalMonth: 80, finalYear: 800 } },
      { share: 97 },
    ],
  },
}

const BUILT = new Set(['building', 'suspended', 'accepting'])
