import {
  actorPerson,
  all,
  any,
  clockIs,
  coIs,
  constant,
  counter,
  defineLoop,
  defineMeasures,
  equals,
  fact,
  field,
  firstOf,
  type Grant,
  input,
  inState,
  type LoopInput,
  lt,
  type MeasuresInput,
  not,
  now,
  present,
  requestField,
  requestIs,
  setting,
  stated,
  truthField,
  when,
  type Machine,
} from '../src/index.ts'

const clerks: readonly Grant[] = [{ role: 'clerk', at: 'district' }]
const handlers: readonly Grant[] = [{ role: 'handler', at: 'lead' }]
const helpers: readonly Grant[] = [{ role: 'handler', at: 'co' }]
const chiefs: readonly Grant[] = [{ role: 'chief', at: 'lead' }]
const inspectors: readonly Grant[] = [{ role: 'inspector', at: 'district' }]

const reason = { title: '理由', type: 'text', required: true, maxLength: 100 } as const
const pauseReasons = { weather: '恶劣天气', survey: '勘测期间' } as const

const fields: LoopInput['fields'] = {
  title: { title: '标题', type: 'text', required: true, maxLength: 20, search: true, column: 1 },
  kind: { title: '类型', type: 'choice', required: true, choices: { road: '道路', water: '排水' }, column: 2 },
  urgency: { title: '紧急程度', type: 'choice', choices: { high: '紧急', low: '一般' } },
  spot: { title: '地点', type: 'place' },
  name: {
    title: '反映人',
    type: 'text',
    personal: { mask: 'name', sealed: { when: equals(field('kind'), constant('water')), from: ['co', 'area'] } },
  },
  phone: {
    title: '电话',
    type: 'text',
    maxLength: 20,
    pattern: { regex: '1\\d{10}', says: '11位手机号' },
    personal: { mask: 'phone', lookup: true },
  },
  size: { title: '面积', type: 'number', min: 1, max: 100, unit: '平方米' },
  doneAt: { title: '完成时间', type: 'instant' },
  doneBy: { title: '完成人', type: 'person' },
  lateAt: { title: '超期时间', type: 'instant' },
  excludedAt: { title: '剔除时间', type: 'instant' },
}

const opening: LoopInput['actions'] = {
  file: {
    title: '登记',
    from: 'new',
    to: 'filed',
    by: clerks,
    input: ['title', 'kind', 'urgency', 'spot', 'name', 'phone', 'size', 'area', 'repeats'],
    fields: { area: { title: '属地', type: 'unit' }, repeats: { title: '前次件', type: 'record' } },
    effects: [{ assign: 'area', to: input('area') }, { link: 'repeats', to: input('repeats') }, { start: 'send' }],
  },
  amend: { title: '更正', from: ['filed'], to: 'same', by: clerks, input: ['title', 'urgency', 'size', 'phone'] },
  send: {
    title: '派发',
    from: ['filed'],
    to: 'doing',
    by: clerks,
    input: ['lead', 'co', 'clause'],
    needs: ['lead'],
    fields: {
      lead: { title: '承办单位', type: 'unit' },
      co: { title: '协办单位', type: 'units' },
      clause: { title: '依据', type: 'text' },
    },
    guards: [{ when: present(fact('area')), code: 'area-missing' }],
    effects: [
      { assign: 'lead', to: input('lead'), basis: input('clause') },
      { assign: 'co', to: input('co') },
      { stop: 'send' },
      { start: 'handle' },
      { notify: { role: 'handler', at: 'lead' }, message: 'sent' },
    ],
  },
  merge: {
    title: '合并',
    from: ['filed'],
    to: 'merged',
    by: clerks,
    fields: { head: { title: '主件', type: 'record', required: true } },
    effects: [{ stop: 'send' }, { join: input('head') }],
  },
  split: {
    title: '拆出',
    from: ['merged'],
    to: 'filed',
    by: clerks,
    effects: [{ leave: true }, { start: 'send' }],
  },
}

const handling: LoopInput['actions'] = {
  answer: {
    title: '协办答复',
    from: ['doing'],
    to: 'same',
    by: helpers,
    guards: [{ when: coIs('actorIsOne'), code: 'not-co' }],
    effects: [
      { answered: 'co' },
      when(coIs('allAnswered'), [{ notify: { role: 'handler', at: 'lead' }, message: 'answered' }]),
    ],
  },
  finish: {
    title: '报完成',
    from: ['doing'],
    to: 'checking',
    by: handlers,
    fields: {
      solved: { title: '是否解决', type: 'boolean', required: true },
      note: { title: '说明', type: 'longText' },
    },
    guards: [
      { when: any(coIs('none'), coIs('allAnswered')), code: 'co-silent' },
      {
        when: all(
          not(clockIs('handle', 'paused')),
          any(equals(input('solved'), constant(true)), present(input('note'))),
        ),
        code: 'unsolved-why',
      },
    ],
    effects: [
      { state: 'handler', fields: ['solved', 'note'] },
      { set: 'doneAt', to: now },
      { set: 'doneBy', to: actorPerson },
      { stop: 'handle' },
      { start: 'check' },
    ],
  },
  hold: {
    title: '暂停',
    from: ['doing'],
    to: 'same',
    by: chiefs,
    fields: { reason: { title: '理由', type: 'choice', required: true, choices: { ...pauseReasons, other: '其他' } } },
    effects: [{ pause: 'handle' }],
  },
  resume: { title: '恢复', from: ['doing'], to: 'same', by: chiefs, effects: [{ resume: 'handle' }] },
  drop: {
    title: '撤件',
    from: ['filed', 'doing'],
    to: 'dropped',
    by: inspectors,
    fields: { reason },
    carries: 'dropAlong',
  },
  dropAlong: { title: '随主件撤件', from: ['merged'], to: 'dropped', by: [], system: true, fields: { reason } },
}

const requests: LoopInput['actions'] = {
  askMore: {
    title: '申请延期',
    from: ['doing'],
    to: 'same',
    by: [...handlers, ...chiefs],
    fields: { reason, more: { title: '延长', type: 'number', required: true, min: 1 } },
    effects: [{ request: 'more', fields: ['reason', 'more'] }],
  },
  grantMore: {
    title: '同意延期',
    from: ['doing'],
    to: 'same',
    by: [...chiefs, ...inspectors],
    fields: { reason },
    effects: [
      { decide: 'more', granted: true, basis: constant('第3条') },
      { extend: 'handle', by: requestField('more', 'more') },
    ],
  },
  refuseMore: {
    title: '不同意延期',
    from: ['doing'],
    to: 'same',
    by: [...chiefs, ...inspectors],
    fields: { reason },
    effects: [{ decide: 'more', granted: false }],
  },
  askOut: {
    title: '申请剔除',
    from: ['done'],
    to: 'same',
    by: chiefs,
    fields: { reason },
    guards: [{ when: not(requestIs('out', 'granted')), code: 'out-already' }],
    effects: [{ request: 'out', fields: ['reason'] }],
  },
  grantOut: {
    title: '同意剔除',
    from: ['done'],
    to: 'same',
    by: inspectors,
    effects: [
      { decide: 'out', granted: true },
      { set: 'excludedAt', to: now },
    ],
  },
}

const closing: LoopInput['actions'] = {
  check: {
    title: '核查',
    from: ['checking'],
    to: [{ when: clockIs('redo', 'running'), to: 'doing' }, { to: 'done' }],
    by: inspectors,
    input: ['kind'],
    fields: { fine: { title: '是否合格', type: 'boolean', required: true }, reason: { ...reason, required: false } },
    effects: [
      { state: 'evidence', fields: ['fine'] },
      { count: 'checked' },
      when(
        all(equals(input('fine'), constant(false)), lt(counter('redo'), setting('maxRedo'))),
        [{ redo: true }, { start: 'redo' }, { start: 'handle', limit: setting('redoLimit') }],
        [{ stop: 'redo' }],
      ),
      { stop: 'check' },
    ],
  },
  reopen: {
    title: '重开',
    from: ['done'],
    to: 'doing',
    by: inspectors,
    fields: { reason },
    effects: [{ redo: true }, { clear: 'doneBy' }, { release: 'co' }, { start: 'handle' }],
  },
  tell: {
    title: '回访',
    from: ['checking', 'done'],
    to: 'same',
    by: clerks,
    fields: { content: { title: '是否满意', type: 'boolean', required: true } },
    effects: [{ state: 'citizen', fields: ['content'] }],
  },
  lapse: {
    title: '超期自动核查',
    from: ['checking'],
    to: 'done',
    by: [],
    system: true,
    guards: [{ when: not(stated('citizen')), code: 'told' }],
  },
}

/** A loop that uses everything, as `defineLoop` takes it; a new one each time, so that a test may spoil it. */
export const patrolInput = (): LoopInput => ({
  id: 'patrol',
  system: 'S00',
  version: 1,
  title: '巡查件办理',
  purpose: '巡查发现的问题登记、派发、办理、核查。',
  basis: ['兰台区巡查办法（虚构）'],
  noun: '巡查件',
  roles: { clerk: '登记员', handler: '承办员', chief: '负责人', inspector: '督查员' },
  fields: { ...fields },
  titleField: 'title',
  categoryField: 'kind',
  states: {
    filed: { title: '待派发', kind: 'open', clock: 'send' },
    merged: { title: '已合并', kind: 'open', noClock: '随主件办理' },
    doing: { title: '办理中', kind: 'open', clock: 'handle', waitsFor: '承办单位' },
    checking: { title: '待核查', kind: 'open', clock: 'check' },
    done: { title: '已办结', kind: 'final' },
    dropped: { title: '已撤件', kind: 'final' },
  },
  actions: { ...opening, ...handling, ...requests, ...closing },
  clocks: {
    send: {
      title: '派发时限',
      limit: setting('sendLimit'),
      rule: { lastDay: 'midnight', roll: true },
      source: '第1条',
    },
    handle: {
      title: '办理时限',
      limit: setting('limits', field('urgency'), field('kind')),
      rule: { lastDay: 'midnight', roll: true },
      marks: {
        warning: {
          title: '临期',
          at: { before: { value: 1, unit: 'workday' } },
          effects: [{ notify: { role: 'handler', at: 'lead' }, message: 'warning' }],
        },
        due: { title: '到期', at: { due: true }, effects: [{ set: 'lateAt', to: now }, { urge: 'remind' }] },
        talk: { title: '超期', at: { after: { value: 1, unit: 'workday' } }, effects: [{ urge: 'talk' }] },
      },
      pauseReasons,
      extension: { times: constant(2), total: setting('moreTotal') },
      source: '第2条',
    },
    check: {
      title: '核查时限',
      limit: constant({ value: 3, unit: 'day' }),
      rule: { lastDay: 'midnight', roll: true },
      marks: { due: { title: '到期', at: { due: true }, effects: [], action: 'lapse' } },
      source: '第4条',
    },
    redo: {
      title: '重办时限',
      limit: setting('redoLimit'),
      rule: { lastDay: 'midnight', roll: false },
      source: '第5条',
    },
  },
  requests: {
    more: { title: '延期', source: '第3条' },
    out: { title: '剔除', excludes: true, source: '第6条' },
  },
  urging: { remind: '提醒', order: '督办', talk: '约谈' },
  settings: {
    sendLimit: { title: '派发时限', type: 'limit', default: { value: 2, unit: 'hour' }, source: '第1条' },
    limits: {
      title: '办理时限',
      type: 'table',
      default: {
        high: { '*': { value: 4, unit: 'workhour' } },
        '*': { road: { value: 5, unit: 'workday' }, '*': { value: 10, unit: 'day' } },
      },
      source: '第2条',
    },
    redoLimit: { title: '重办时限', type: 'limit', default: { value: 2, unit: 'workday' }, source: '第5条' },
    moreTotal: { title: '累计延期', type: 'number', default: 5, source: '第3条' },
    maxRedo: { title: '重办次数', type: 'number', default: 1, source: '第5条' },
    weight: { title: '折算系数', type: 'number', default: 0.5, source: '第7条' },
  },
  readers: [...clerks, ...handlers, ...helpers, ...inspectors, { role: 'chief', at: 'area' }],
  unmask: [...inspectors, ...handlers, ...helpers],
  wording: {
    'area-missing': '没有属地，请先更正',
    'not-co': '不是协办单位',
    'co-silent': '协办单位尚未答复，请先催办',
    'unsolved-why': '没有解决的请说明原因',
    'out-already': '已经剔除',
    told: '已经回访',
    sent: '有新的巡查件',
    answered: '协办单位都已答复',
    warning: '即将到期',
  },
})

/** The loop that uses everything. */
export const patrol: Machine = defineLoop(patrolInput())

/** Counters and measures of it, as `defineMeasures` takes them; new ones each time. */
export const patrolMeasuresInput = (): MeasuresInput => ({
  machine: 'patrol',
  counters: {
    filed: { title: '登记数', when: present(fact('openedAt')), period: fact('openedAt'), unit: 'area' },
    finished: { title: '完成数', when: present(field('doneAt')), period: field('doneAt') },
    inTime: {
      title: '按时数',
      when: all(present(field('doneAt')), clockIs('handle', 'inTime')),
      period: field('doneAt'),
    },
    solved: { title: '解决数', when: equals(truthField('handler', 'solved'), constant(true)), period: field('doneAt') },
    content: {
      title: '满意数',
      when: equals(truthField('citizen', 'content'), constant(true)),
      period: field('doneAt'),
    },
    rounds: { title: '重办次数', when: present(fact('openedAt')), amount: counter('redo'), period: fact('openedAt') },
    open: { title: '在办数', when: inState('filed', 'doing', 'checking') },
    late: { title: '超期在办数', when: clockIs('handle', 'overdue') },
    byPerson: {
      title: '分派数',
      when: present(fact('lead')),
      period: fact('openedAt'),
      unit: firstOf(fact('lead'), fact('area')),
    },
  },
  measures: [
    {
      id: 'finished',
      title: '完成数',
      unit: '件',
      additivity: 'additive',
      direction: 'up',
      formula: { counter: 'finished' },
      decimals: 0,
      says: '完成的件数',
      source: '第7条',
    },
    {
      id: 'open',
      title: '在办数',
      unit: '件',
      additivity: 'stock',
      direction: 'down',
      formula: { counter: 'open' },
      decimals: 0,
      says: '在办的件数',
      source: '第7条',
    },
    {
      id: 'inTimeRate',
      title: '按时率',
      unit: '%',
      additivity: 'recomputed',
      direction: 'up',
      formula: { ratio: [{ counter: 'inTime' }, { counter: 'finished' }] },
      decimals: 1,
      says: '按时÷完成',
      source: '第7条',
    },
    {
      id: 'solvedRate',
      title: '解决率',
      unit: '%',
      additivity: 'recomputed',
      direction: 'up',
      formula: {
        ratio: [
          { plus: [{ counter: 'solved' }, { times: [{ value: setting('weight') }, { counter: 'content' }] }] },
          { counter: 'finished' },
        ],
      },
      decimals: 1,
      says: '（解决＋系数×满意）÷完成',
      source: '第7条',
    },
    {
      id: 'score',
      title: '得分',
      unit: '分',
      additivity: 'recomputed',
      direction: 'up',
      formula: { times: [{ value: constant(100) }, { measure: 'inTimeRate' }] },
      decimals: 1,
      says: '100×按时率',
      source: '第7条',
    },
    {
      id: 'mean',
      title: '两率差',
      unit: '分',
      additivity: 'recomputed',
      direction: 'up',
      formula: { minus: [{ measure: 'inTimeRate' }, { measure: 'solvedRate' }] },
      decimals: 3,
      says: '按时率－解决率',
      source: '第7条',
    },
  ],
})

/** Counters and measures of the loop. */
export const patrolMeasures = defineMeasures(patrolMeasuresInput(), patrol)
