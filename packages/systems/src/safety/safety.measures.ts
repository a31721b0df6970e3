import { all, type CounterDefinition, defineMeasures, fact, field, inState, not, present } from '@jiannuo/engine'
import { safetyWarnings } from './safety.loop.ts'
import { safetySources } from './safety.settings.ts'

const source = safetySources.proposal

const counters: Readonly<Record<string, CounterDefinition>> = {
  issued: { title: '发出预警', when: not(inState('withdrawn')), period: fact('openedAt') },
  lifted: { title: '解除预警', when: inState('lifted'), period: field('liftedAt') },
  liftedInTime: {
    title: '未逾期而解除',
    when: all(inState('lifted'), not(present(field('lateAt')))),
    period: field('liftedAt'),
  },
  open: { title: '在办预警', when: inState('issued', 'rectifying', 'checking') },
  late: { title: '整改逾期', when: present(field('lateAt')), period: field('lateAt') },
}

/** Counters and measures of warnings (systems.md S50). */
export const safetyMeasures = defineMeasures(
  {
    machine: safetyWarnings.id,
    counters,
    measures: [
      {
        id: 'issued',
        title: '预警数',
        unit: '件',
        additivity: 'additive',
        direction: 'down',
        formula: { counter: 'issued' },
        decimals: 0,
        says: '当月发出的预警单，撤销的除外。',
        source,
      },
      {
        id: 'open',
        title: '未解除预警',
        unit: '件',
        additivity: 'stock',
        direction: 'down',
        formula: { counter: 'open' },
        decimals: 0,
        says: '此刻还没有解除的预警单。',
        source,
      },
      {
        id: 'inTimeRate',
        title: '预警处置按期率',
        unit: '%',
        additivity: 'recomputed',
        direction: 'up',
        formula: { ratio: [{ counter: 'liftedInTime' }, { counter: 'lifted' }] },
        decimals: 1,
        says: '当月解除的预警单中整改没有逾期的÷当月解除的预警单。',
        source,
      },
      {
        id: 'late',
        title: '整改逾期数',
        unit: '件',
        additivity: 'additive',
        direction: 'down',
        formula: { counter: 'late' },
        decimals: 0,
        says: '当月整改到期而没有报送的预警单。',
        source,
      },
    ],
  },
  safetyWarnings,
)
