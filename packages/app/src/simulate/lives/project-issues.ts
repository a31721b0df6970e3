import { day, type Draw, filled, has, type LifePlan, oneOf } from '../life.ts'

const projectOf = ({ number, idOf, size }: Draw): string => idOf('projects', (number * 7) % size('projects'))

/** 项目问题: looked at every week; one in six goes to the month's dispatch, one in nine is put on the shelf. */
export const projectIssues: LifePlan = {
  machine: 'project-issues',
  clock: 'solve',
  yearly: 260,
  least: 8,
  coming: 'workdays',
  slow: [0.05, 3],
  values: {
    project: projectOf,
    projectName: (draw) => draw.look(projectOf(draw))?.fields['name'] ?? '重大项目',
    round: ({ at, world }) => weekOf(world.day(at, 0)),
    leadUnit: (draw) => draw.look(projectOf(draw))?.lead ?? draw.world.unit(draw.chance, 'department'),
    promisedOn: day(10, 45),
    level: oneOf(['department', 80], ['deputy', 20]),
  },
  open: [{ do: 'raise', share: 1, by: 'projectOffice', ready: (draw) => draw.look(projectOf(draw)) !== undefined }],
  states: {
    raised: [
      { do: 'assign', share: 94, after: 1 },
      { do: 'dismiss', share: 6, after: 1.5 },
    ],
    handling: [
      { do: 'reviewWeekly', share: 60, after: [4.5, 5.5] },
      { do: 'apply', share: 25, after: [3, 8] },
      {
        do: 'submitDispatch',
        share: 10,
        after: 2,
        most: 1,
        when: (record) => (record.counters['reviewWeekly'] ?? 0) >= 2,
      },
      { do: 'escalate', share: 4, after: 6, most: 1, when: has('level', 'department') },
      { do: 'shelve', share: 3, after: 10, most: 1 },
    ],
    agenda: [{ do: 'decide', share: 100, after: [5, 15] }],
    shelved: [{ do: 'unshelve', share: 100, after: [20, 60] }],
    applied: [
      { do: 'strikeOff', share: 88, after: 1.5 },
      { do: 'sendBack', share: 12, after: 1.5 },
    ],
    struckOff: [{ do: 'relapse', share: 3, after: [20, 50], most: 1, when: filled('struckAt') }, { share: 97 }],
  },
}

const MS_PER_DAY = 86_400_000

/** The week of a day, as the rounds are numbered. */
function weekOf(date: string): string {
  const year = date.slice(0, 4)
  const week = Math.floor((Date.parse(date) - Date.parse(`${year}-01-01`)) / (7 * MS_PER_DAY)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
