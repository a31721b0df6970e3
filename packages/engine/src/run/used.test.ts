import { instant } from '@jiannuo/kernel'
import { expect, it } from 'vitest'
import { patrol, patrolMeasuresInput } from '../../testing/patrol.ts'
import { spoil } from '../../testing/spoil.ts'
import { checkMeasures, clockUsed, ordinaryOffice, recordView, valueOf } from '../index.ts'
import { actorFor, momentOf, simulatedOffice } from '../testing/index.ts'

const filed = { title: '路面破损', kind: 'road', urgency: 'low', area: 'lantai-dongmen' }

it('E145 guards and effects see the time that a clock has used, in the unit of its limit; counters, without a calendar, do not', () => {
  const office = simulatedOffice(patrol)
  const clerk = actorFor('clerk', 'lantai')
  const opened = office.act('r-1', 'file', filed, clerk, momentOf('2026-03-02 09:00'))
  expect(opened.ok).toBe(true)
  const [record] = office.records()
  if (record === undefined) throw new Error('no record')
  const at = momentOf('2026-03-02 10:30')
  const view = { ...recordView(patrol, record), at, calendar: ordinaryOffice }
  expect(valueOf(clockUsed('send'), view)).toBe(1.5)
  expect(valueOf(clockUsed('handle'), view)).toBeNull()
  expect(valueOf(clockUsed('send'), { ...view, at: instant(0), calendar: undefined })).toBeNull()
  const [counter = ''] = Object.keys(patrolMeasuresInput().counters)
  const asked = spoil(patrolMeasuresInput(), [`counters.${counter}.amount`, clockUsed('send')])
  expect(checkMeasures(asked, patrol).map(({ code }) => code)).toEqual(['engine/looks-outside'])
})
