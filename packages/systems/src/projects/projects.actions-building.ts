import type { ActionDefinition } from '@jiannuo/engine'
import { actorPerson, any, constant, equals, field, firstOf, lt, not, now, present, today, when } from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { suspensions } from './projects.clocks.ts'
import {
  entryOwed,
  evidence,
  notBefore,
  notToCome,
  realStart,
  secondPerson,
  startCompletion,
  words,
} from './projects.parts.ts'
import { leaders, projectOffice, statisticians, unitHeads, unitStaff } from './roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const startUndone = [
  { clear: 'startedOn' },
  { clear: 'startWorks' },
  { clear: 'startReportedBy' },
  { set: 'falseStartAt', to: now },
  when(equals(field('finding'), constant('noWork')), [{ count: 'falseStart' }]),
  ...tellAll('start-refused', unitStaff, leaders),
]

/** A start is what the office has seen on the site, not what was reported of it. */
const starting: Actions = {
  reportStart: {
    title: '报开工',
    from: ['preparing'],
    to: 'startReported',
    by: unitStaff,
    input: ['startedOn', 'startWorks', 'permitNo', 'permitOn'],
    needs: ['startedOn', 'startWorks', 'permitNo', 'permitOn'],
    fields: { photos: evidence('带时间和位置的现场照片') },
    guards: [
      { when: realStart, code: 'no-real-works' },
      { when: notToCome('startedOn'), code: 'day-to-come' },
      { when: notBefore('startedOn', 'permitOn'), code: 'before-permit' },
    ],
    effects: [
      { set: 'startReportedBy', to: actorPerson },
      { clear: 'finding' },
      { start: 'startCheck' },
      ...tellAll('start-to-check', projectOffice),
    ],
  },
  verifyStart: {
    title: '现场核实，认定开工，转入实施库',
    from: ['startReported'],
    to: 'building',
    by: projectOffice,
    fields: { opinion: words('现场核实情况'), site: evidence('核实人现场照片') },
    guards: [secondPerson('startReportedBy')],
    effects: [
      { set: 'startVerifiedAt', to: now },
      { stop: 'start' },
      { stop: 'startCheck' },
      // Started by the day, though it took the office beyond it to see it.
      when(notBefore('plannedStart', 'startedOn'), [{ clear: 'startOverdueAt' }]),
      startCompletion,
      when(lt(field('plannedEnd'), today), [
        { set: 'completionOverdueAt', to: firstOf(field('completionOverdueAt'), now) },
      ]),
      when(entryOwed, [{ start: 'statEntry' }]),
      ...tellAll('started', unitStaff, statisticians),
    ],
  },
  rejectStart: {
    title: '不予认定开工，退回前期',
    from: ['startReported'],
    to: 'preparing',
    by: projectOffice,
    input: ['finding'],
    needs: ['finding'],
    fields: { reason: words('核实情况和理由') },
    effects: [{ stop: 'startCheck' }, ...startUndone],
  },
  revokeStart: {
    title: '复查撤销开工认定',
    from: ['building'],
    to: 'preparing',
    by: projectOffice,
    input: ['finding'],
    needs: ['finding'],
    fields: { reason: words('复查情况和理由'), site: evidence('复查照片') },
    guards: [{ when: not(present(field('enteredAt'))), code: 'entered-already' }],
    effects: [
      { clear: 'startVerifiedAt' },
      { stop: 'completion' },
      { stop: 'statEntry' },
      { start: 'start' },
      ...startUndone,
    ],
  },
}

const entering: Actions = {
  enterStatistics: {
    title: '登记入统',
    from: ['building', 'suspended'],
    to: 'same',
    by: statisticians,
    input: ['enteredOn', 'statNumber'],
    needs: ['enteredOn', 'statNumber'],
    guards: [
      { when: not(present(field('enteredAt'))), code: 'entered-already' },
      { when: entryOwed, code: 'below-line' },
      { when: notToCome('enteredOn'), code: 'day-to-come' },
      { when: notBefore('enteredOn', 'startedOn'), code: 'entry-before-start' },
    ],
    effects: [{ set: 'enteredAt', to: now }, { stop: 'statEntry' }, ...tellAll('entered', unitStaff, projectOffice)],
  },
}

const standing: Actions = {
  suspend: {
    title: '登记停工',
    from: ['building'],
    to: 'suspended',
    by: projectOffice,
    fields: {
      reason: { title: '停工原因', type: 'choice', required: true, choices: suspensions },
      note: words('停工情况和复工打算'),
    },
    effects: [{ pause: 'completion' }, { start: 'suspension' }, ...tellAll('suspended', unitStaff, leaders)],
  },
  studySuspension: {
    title: '停工研判',
    from: ['suspended'],
    to: 'same',
    by: projectOffice,
    fields: { opinion: words('研判意见') },
    effects: [{ start: 'suspension' }],
  },
  resume: {
    title: '登记复工',
    from: ['suspended'],
    to: 'building',
    by: projectOffice,
    fields: { site: evidence('复工现场照片') },
    effects: [{ resume: 'completion' }, { stop: 'suspension' }, ...tellAll('resumed', unitStaff)],
  },
}

const completing: Actions = {
  reportCompletion: {
    title: '报竣工',
    from: ['building'],
    to: 'accepting',
    by: unitHeads,
    input: ['completedOn'],
    needs: ['completedOn'],
    fields: { acceptance: evidence('竣工验收（备案）材料') },
    guards: [
      // Whatever is completed without having been entered is lost to the statistics for good.
      { when: any(not(entryOwed), present(field('enteredAt'))), code: 'not-entered' },
      { when: notToCome('completedOn'), code: 'day-to-come' },
      { when: notBefore('completedOn', 'startedOn'), code: 'end-before-start' },
    ],
    effects: [
      { set: 'completionReportedBy', to: actorPerson },
      { start: 'acceptance' },
      ...tellAll('completion-to-check', projectOffice),
    ],
  },
  verifyCompletion: {
    title: '核实竣工',
    from: ['accepting'],
    to: 'completed',
    by: projectOffice,
    fields: { opinion: words('核实意见') },
    guards: [secondPerson('completionReportedBy')],
    effects: [
      { set: 'completedAt', to: now },
      { stop: 'acceptance' },
      { stop: 'completion' },
      when(notBefore('plannedEnd', 'completedOn'), [{ clear: 'completionOverdueAt' }]),
      { start: 'effect' },
      ...tellAll('completed', unitStaff),
    ],
  },
  rejectCompletion: {
    title: '竣工核实不通过，退回在建',
    from: ['accepting'],
    to: 'building',
    by: projectOffice,
    fields: { reason: words('不通过的理由') },
    effects: [{ stop: 'acceptance' }, { clear: 'completedOn' }, ...tellAll('completion-refused', unitStaff)],
  },
  confirmEffect: {
    title: '认定达效，出库',
    from: ['completed'],
    to: 'effective',
    by: projectOffice,
    fields: { opinion: words('产值、税收等达效情况'), proof: evidence('达效佐证') },
    effects: [{ set: 'effectiveAt', to: now }],
  },
}

/** From the first works to the last, each claim seen by a second person (systems.md S26; domain.md 5). */
export const buildingActions: Actions = { ...starting, ...entering, ...standing, ...completing }
