import type { Json, RecordState } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { addsOf, figureOf, play } from '../../testing/play.ts'
import { type Doer, type Step, step } from '../example.ts'
import { zeroWasteCellMeasures } from './cells.measures.ts'
import { zeroWasteCells } from './cells.register.ts'
import { partIds, standards } from './cells.standards.ts'

type Input = Readonly<Record<string, Json>>

const clerk: Doer = ['streetClerk', 'lantai-dongmen']
const sector: Doer = ['sector', 'lantai-education']
const force: Doer = ['taskForce', 'lantai']
const reviewer: Doer = ['reviewer', 'lantai-urban']

const cell: Input = {
  name: '试验小学',
  kind: 'school',
  street: 'lantai-dongmen',
  sector: 'lantai-education',
  batch: '2025',
  promise: ['f'],
  clean: true,
}
const marks = (side: string, reduce: number, must: boolean): Input => ({
  [`${side}Reduce`]: reduce,
  [`${side}Sort`]: 0,
  [`${side}Reuse`]: 0,
  [`${side}Dispose`]: 0,
  [`${side}Run`]: 0,
  [`${side}Must`]: must,
})
const enter = (more: Input = {}, at = '2025-03-03 09:00'): Step => step(clerk, 'enter', at, '', { ...cell, ...more })
const selfCheck = (off = 0, more: Input = {}, at = '2025-03-03 10:00', who = clerk): Step =>
  step(who, 'selfCheck', at, '', { ...marks('self', off, true), evidence: ['f'], ...more })
const audit = (at = '2025-03-03 11:00', who = sector): Step => step(who, 'audit', at, '', { note: '齐全。' })
const visit = { people: 2, found: '逐项查看。', photos: ['f'] }
const appoint = (at: string, unit = 'lantai-urban'): Step => step(force, 'appoint', at, '', { siteUnit: unit })
/** The unit is appointed, and comes. */
const seen = (action: string, at: string, off: number, more: Input): readonly Step[] => [
  appoint(at),
  step(reviewer, action, at, '', { ...visit, ...marks('site', off, true), ...more }),
]
const review = (at = '2025-03-03 14:00', off = 0, more: Input = {}) => seen('review', at, off, more)
const recheck = (at: string, off = 0, more: Input = {}) => seen('recheck', at, off, more)
const name = (at: string): Step => step(force, 'name', at, '', { number: '7', document: ['f'] })
const revoke = (at: string, reason: string, more: Input = {}): Step =>
  step(force, 'revoke', at, '', { reason, note: '查实。', document: ['f'], ...more })

const toSite = [enter(), selfCheck(), audit()]
const toName = [...toSite, ...review(), name('2025-03-11 09:00')]
const run = (steps: readonly Step[], settings = {}, until?: string) => play(zeroWasteCells, steps, settings, until)
const record = (steps: readonly Step[], until?: string): RecordState => run(steps, {}, until).record
const codes = (steps: readonly Step[], settings = {}) => run(steps, settings).refusals.map(({ code }) => code)
const state = (steps: readonly Step[], settings = {}) => run(steps, settings).record.state
const value = (measure: string, records: readonly RecordState[], asked = {}) =>
  figureOf(zeroWasteCellMeasures, zeroWasteCells, records, measure, asked).value

describe('Y180 standards by kind', () => {
  it.each(Object.entries(standards))(
    'Y180 the sheet of %s is out of a hundred, with something it must have',
    (_, one) => {
      expect(partIds.reduce((sum, part) => sum + one[part], 0)).toBe(100)
      expect(one.must).not.toBe('')
    },
  )

  it('Y180 the same points taken off fit one kind and not another', () => {
    const off = { selfReduce: 0, selfDispose: 16 }
    expect(state([enter({ kind: 'hospital' }), selfCheck(0, off)])).toBe('checked')
    expect(codes([enter({ kind: 'school' }), selfCheck(0, off)])).toEqual(['over-marks'])
  })

  it('Y180 a district lays its own sheet over them', () => {
    const school = { title: '学校', reduce: 50, sort: 20, reuse: 10, dispose: 10, run: 10, pass: 60, must: '有台账' }
    const { record: one } = run([enter(), selfCheck(40)], { standards: { school } })
    expect([one.state, one.fields['selfScore'], one.fields['mustSays']]).toEqual(['checked', 60, '有台账'])
  })
})

describe('Y181 who may apply', () => {
  it.each([
    [{ clean: false }, false],
    [{ formerBar: '2025-03-03' }, false],
    [{ formerBar: '2025-03-02' }, true],
    [{}, true],
  ])('Y181 with %o: %s', (more, may) => {
    const enters = () => state([enter(more)])
    if (may) expect(enters()).toBe('applied')
    else expect(enters).toThrow('no step opened a record')
  })

  it('Y181 the former entry is linked, and the kind stays as it was applied for', () => {
    expect(record([enter({ former: 'zero-waste-cells-3' })]).links).toMatchObject([{ kind: 'former-entry' }])
    expect(zeroWasteCells.actions['change']?.input).not.toContain('kind')
  })
})

describe('Y182 the self-check', () => {
  it('Y182 reaches the line of the kind, and what the kind must have; the total is worked out', () => {
    expect(record([enter(), selfCheck(20)]).fields['selfScore']).toBe(80)
    expect(codes([enter({ kind: 'office' }), selfCheck(21)])).toEqual(['self-below'])
    expect(codes([enter(), selfCheck(0, { selfMust: false })])).toEqual(['must-missing'])
    expect(zeroWasteCells.actions['selfCheck']?.input).not.toContain('selfScore')
  })

  it('Y182 the papers are looked through by another unit than ran it', () => {
    const own = [enter(), selfCheck(0, {}, '2025-03-03 10:00', sector), audit()]
    expect(codes(own)).toEqual(['own-self-check'])
    expect(state([...own, audit('2025-03-03 12:00', force)])).toBe('audited')
  })
})

describe('Y183 the review on the spot', () => {
  it.each([
    ['lantai-dongmen', ['own-cell']],
    ['lantai-education', ['own-cell']],
    ['lantai-urban', []],
  ])('Y183 %s is appointed: %o', (unit, refused) => {
    expect(codes([...toSite, appoint('2025-03-04 09:00', unit)])).toEqual(refused)
  })

  it('Y183 who ran the self-check or passed the papers is not appointed either, when it is no office of the cell', () => {
    const byForce = [enter(), selfCheck(), audit('2025-03-03 11:00', force)]
    expect(codes([...byForce, appoint('2025-03-04 09:00', 'lantai')])).toEqual(['own-cell'])
    const moved = [...toSite, step(sector, 'change', '2025-03-03 12:00', '', { sector: 'lantai-civil' })]
    expect(codes([...moved, appoint('2025-03-04 09:00', 'lantai-education')])).toEqual(['own-cell'])
  })

  it('Y183 only the appointed unit comes, and for one visit', () => {
    const by = (unit: string): Step =>
      step(['reviewer', unit], 'review', '2025-03-04 10:00', '', { ...visit, ...marks('site', 0, true) })
    const appointed = [...toSite, appoint('2025-03-04 09:00')]
    expect([codes([...appointed, by('lantai')]), codes([...appointed, by('lantai-market')])]).toEqual([
      ['not-appointed'],
      ['engine/not-permitted'],
    ])
    expect(record([...appointed, by('lantai-urban')]).co).toEqual([])
  })

  it('Y183 by as many as the setting asks for', () => {
    const three = { leastReviewers: 3 }
    expect([
      codes([...toSite, ...review()], three),
      state([...toSite, ...review('2025-03-04 09:00', 0, { people: 3 })], three),
    ]).toEqual([['too-few-reviewers'], 'published'])
  })

  it('Y183 below the line or without the must it begins again with the self-check, and the first result stays', () => {
    const failed = [...toSite, ...review('2025-03-04 09:00', 0, { siteMust: false })]
    const again = [selfCheck(0, {}, '2025-03-10 09:00'), audit('2025-03-10 10:00'), ...review('2025-04-01 09:00')]
    expect(state(failed)).toBe('applied')
    const one = record([...failed, ...again])
    expect([one.state, value('metRate', [one]), value('metFirstRate', [one])]).toEqual(['published', 100, 0])
    expect(addsOf(zeroWasteCellMeasures, zeroWasteCells, one)).toContain('met 2025-03 lantai-dongmen 1')
  })

  it('Y183 a self-check far above the review is told', () => {
    const told = (off: number) =>
      run([...toSite, ...review('2025-03-04 09:00', off)])
        .office.entries()
        .flatMap(({ transition }) => transition.effects)
        .filter((effect) => effect.type === 'notify' && effect.message === 'overscored').length
    expect([told(9), told(10) > 0]).toEqual([0, true])
  })
})

describe('Y184 made public', () => {
  const published = [...toSite, ...review('2025-09-26 10:00')]

  it('Y184 five working days, over the holiday; named only then', () => {
    expect(codes([...published, name('2025-10-10 23:00')])).toEqual(['publicity-running'])
    expect(state([...published, name('2025-10-11 09:00')])).toBe('named')
  })

  it('Y184 an objection is settled first; an upheld one takes the result back', () => {
    const objected = [...published, step(force, 'object', '2025-09-28 09:00', '', { note: '分类桶未设。' })]
    const settle = (upheld: boolean): Step => step(force, 'settle', '2025-10-11 09:00', '', { upheld, note: '查看。' })
    expect(codes([...objected, name('2025-10-11 08:00')])).toEqual(['objection-open'])
    expect(state([...objected, settle(false), name('2025-10-11 10:00')])).toBe('named')
    const upheld = record([...objected, settle(true)])
    expect([upheld.state, value('metRate', [upheld])]).toEqual(['audited', 0])
    expect(codes([...objected, settle(true), appoint('2025-10-11 10:00')])).toEqual(['own-cell'])
  })
})

describe('Y185 re-checks and the loss of the name', () => {
  it('Y185 half a year where there is dangerous waste, else a year', () => {
    const limit = (kind: string) => record([enter({ kind }), ...toName.slice(1)]).clocks['recheck']?.run.limit
    expect(['hospital', 'factory', 'school', 'estate'].map((kind) => limit(kind)?.value)).toEqual([180, 180, 365, 365])
  })

  it('Y185 what fails has time to mend once; only then, or after a failed visit, it is lost for that', () => {
    const failed = [...toName, ...recheck('2025-06-03 09:00', 20, { siteMust: false })]
    expect(codes([...failed, revoke('2025-06-20 09:00', 'unmended')])).toEqual(['may-still-mend'])
    expect(state([...failed, revoke('2025-07-10 09:00', 'unmended')])).toBe('removed')
    const visited = [...failed, ...recheck('2025-06-20 09:00', 0, { siteMust: false })]
    expect(record(visited).clocks['mend']?.run.startedAt).toBe(record(failed).clocks['mend']?.run.startedAt)
    expect(state([...visited, revoke('2025-06-23 09:00', 'unmended')])).toBe('removed')
  })

  it('Y185 a cell that mended has the name, and the next failure its own time', () => {
    const mended = [...toName, ...recheck('2025-06-03 09:00', 0, { siteMust: false }), ...recheck('2025-06-20 09:00')]
    expect(state(mended)).toBe('named')
    const again = [...mended, ...recheck('2025-09-01 09:00', 0, { siteMust: false })]
    expect(codes([...again, revoke('2025-09-10 09:00', 'unmended')])).toEqual(['may-still-mend'])
  })

  it('Y185 fraud is lost for with a bar that lies ahead; other reasons ask for none', () => {
    expect(codes([...toName, revoke('2025-06-03 09:00', 'fraud', { barredUntil: '2025-06-03' })])).toEqual([
      'bar-missing',
    ])
    const gone = record([...toName, revoke('2025-06-03 09:00', 'fraud', { barredUntil: '2028-06-03' })])
    expect([gone.state, gone.fields['exitReason']]).toEqual(['removed', 'fraud'])
    expect(state([...toName, revoke('2025-06-03 09:00', 'unlawful')])).toBe('removed')
  })
})

describe('Y186 figures', () => {
  const one = record(toName)
  const lost = record([...toName, revoke('2026-02-03 09:00', 'closed')])
  const open = record([enter(), selfCheck()])
  const of2025 = { from: '2025-01', to: '2025-12' }

  it('Y186 created is of the month of naming and stays; what stands now is another number', () => {
    const all = [one, lost, open]
    expect([value('created', all, of2025), value('standing', all), value('keptRate', all, of2025)]).toEqual([2, 1, 50])
    expect([value('netIncrease', all, { from: '2026-01', to: '2026-12' }), value('lostByFault', all)]).toEqual([-1, 0])
    expect(addsOf(zeroWasteCellMeasures, zeroWasteCells, one)).toContain('created 2025-03 lantai-dongmen 1')
  })

  it('Y186 the kind is the category, the street the unit', () => {
    expect(zeroWasteCells.categoryField).toBe('kind')
    const units = Object.values(zeroWasteCellMeasures.counters).map(({ unit }) => unit)
    expect(new Set(units)).toEqual(new Set(['area']))
  })

  it('Y186 the rate of re-checks is over those that were owed one, and falls when a period passes without', () => {
    const due = record(toName, '2026-03-20 09:00')
    const done = record([...toName, ...recheck('2026-03-02 09:00')])
    expect([value('recheckRate', [one]), value('recheckRate', [due]), value('recheckRate', [due, done, one])]).toEqual([
      undefined,
      0,
      50,
    ])
    const failed = record([...toName, ...recheck('2026-03-02 09:00', 0, { siteMust: false })])
    expect([value('recheckMetRate', [done, failed]), value('recheckRate', [done, failed])]).toEqual([50, 100])
  })
})
