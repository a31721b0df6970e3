import {
  type ActionDefinition,
  all,
  any,
  type ClockDefinition,
  clockIs,
  constant,
  counter,
  defineLoop,
  defineMeasures,
  equals,
  fact,
  type FieldDefinition,
  field,
  type Grant,
  gt,
  input,
  lt,
  type Machine,
  not,
  present,
  requestIs,
  setting,
  stated,
  when,
} from '../src/index.ts'

const librarian: Grant = { role: 'librarian', at: 'lead' }
const director: Grant = { role: 'director', at: 'lead' }
const clerk: Grant = { role: 'librarian', at: 'anywhere' }

const REASON: FieldDefinition = { title: '理由', type: 'text', required: true, maxLength: 200 }

const fields = {
  book: { title: '书名', type: 'text', required: true, maxLength: 60, column: 1, search: true },
  kind: {
    title: '类别',
    type: 'choice',
    required: true,
    column: 2,
    choices: { novel: '小说', atlas: '地图', rare: '善本' },
  },
  branch: { title: '分馆', type: 'unit', required: true },
  reader: { title: '读者姓名', type: 'text', required: true, maxLength: 40, personal: { mask: 'name' } },
  phone: {
    title: '联系电话',
    type: 'text',
    help: '取书时联系用。',
    pattern: { regex: '1\\d{10}', says: '11位手机号码' },
    personal: {
      mask: 'phone',
      lookup: true,
      sealed: { when: equals(field('kind'), constant('rare')), from: ['co'] },
    },
  },
  value: { title: '估价', type: 'money', unit: '元', min: 0, max: 100_000 },
  damaged: { title: '是否损坏', type: 'boolean' },
  shelf: { title: '架位', type: 'choice', choicesFrom: 'shelves' },
  original: { title: '在先预约', type: 'record' },
} as const satisfies Readonly<Record<string, FieldDefinition>>

const opening = {
  reserve: {
    title: '预约',
    from: 'new',
    to: 'reserved',
    by: [clerk],
    input: ['book', 'kind', 'branch', 'reader', 'phone', 'shelf'],
    guards: [
      { when: any(not(equals(field('kind'), constant('rare'))), present(field('phone'))), code: 'lending/rare-phone' },
    ],
    effects: [{ assign: 'lead', to: field('branch') }, { start: 'pickup' }],
  },
} as const satisfies Readonly<Record<string, ActionDefinition>>

const handling = {
  lend: {
    title: '借出',
    from: ['reserved'],
    to: 'lent',
    by: [librarian],
    input: ['value'],
    needs: ['value'],
    effects: [{ stop: 'pickup' }, { start: 'loan' }],
  },
  decline: {
    title: '谢绝',
    from: ['reserved'],
    to: 'declined',
    by: [librarian, director],
    fields: { reason: REASON },
    effects: [when(equals(field('kind'), constant('rare')), [{ notify: director, message: 'lending/rare-declined' }])],
  },
  lapse: { title: '逾期未取', from: ['reserved'], to: 'declined', by: [], system: true },
  renew: {
    title: '续借',
    from: ['lent'],
    to: 'same',
    by: [librarian],
    fields: {
      reason: REASON,
      days: { title: '延长天数', type: 'number', required: true, min: 1, max: 30, unit: '日' },
    },
    guards: [
      { when: not(clockIs('loan', 'overdue')), code: 'lending/overdue' },
      { when: lt(counter('renew'), setting('renewals')), code: 'lending/renewed' },
    ],
    effects: [{ extend: 'loan', by: input('days') }, { count: 'renewals' }],
  },
  hold: {
    title: '暂停计时',
    from: ['lent'],
    to: 'same',
    by: [director],
    fields: {
      reason: { title: '事由', type: 'choice', required: true, choices: { closed: '闭馆', illness: '读者住院' } },
    },
    guards: [{ when: clockIs('loan', 'running'), code: 'lending/not-running' }],
    effects: [{ pause: 'loan' }],
  },
  release: {
    title: '恢复计时',
    from: ['lent'],
    to: 'same',
    by: [director],
    guards: [{ when: clockIs('loan', 'paused'), code: 'lending/not-paused' }],
    effects: [{ resume: 'loan' }],
  },
  return: {
    title: '归还',
    from: ['lent'],
    to: [{ when: equals(field('damaged'), constant(true)), to: 'repair' }, { to: 'returned' }],
    by: [librarian],
    input: ['damaged'],
    fields: { note: { title: '归还情况', type: 'longText', required: true } },
    effects: [{ state: 'handler', fields: ['note'] }, { stop: 'loan' }],
  },
  mend: {
    title: '修补完成',
    from: ['repair'],
    to: 'returned',
    by: [librarian],
    effects: [when(gt(field('value'), setting('dear')), [{ count: 'dear' }], [{ count: 'cheap' }])],
  },
} as const satisfies Readonly<Record<string, ActionDefinition>>

const after = {
  answer: {
    title: '读者评价',
    from: ['returned'],
    to: 'same',
    by: [librarian],
    fields: { content: { title: '是否满意', type: 'boolean', required: true } },
    effects: [{ state: 'citizen', fields: ['content'] }],
  },
  again: {
    title: '重新办理',
    from: ['returned'],
    to: 'lent',
    by: [director],
    fields: { reason: REASON },
    guards: [{ when: stated('citizen'), code: 'lending/no-answer' }],
    effects: [{ redo: true }, { start: 'loan', limit: constant({ value: 3, unit: 'workday' }) }],
  },
  askWaiver: {
    title: '申请免计',
    from: ['lent', 'returned'],
    to: 'same',
    by: [librarian],
    fields: { reason: { title: '事由', type: 'choice', required: true, choices: { flood: '水灾', lost: '系统故障' } } },
    guards: [{ when: not(requestIs('waiver', 'pending')), code: 'lending/asked' }],
    effects: [{ request: 'waiver', fields: ['reason'] }],
  },
  grantWaiver: {
    title: '同意免计',
    from: ['lent', 'returned'],
    to: 'same',
    by: [director],
    guards: [{ when: requestIs('waiver', 'pending'), code: 'lending/not-asked' }],
    effects: [{ decide: 'waiver', granted: true }],
  },
  merge: {
    title: '并入在先预约',
    from: ['reserved'],
    to: 'declined',
    by: [librarian],
    input: ['original'],
    needs: ['original'],
    effects: [{ join: field('original') }, { link: 'same', to: field('original') }],
  },
} as const satisfies Readonly<Record<string, ActionDefinition>>

const clocks = {
  pickup: {
    title: '取书时限',
    limit: setting('pickup'),
    rule: { lastDay: 'closing', roll: false },
    marks: { due: { title: '未取', at: { due: true }, effects: [], action: 'lapse' } },
    source: '兰台区图书馆借阅办法第4条（虚构）',
  },
  loan: {
    title: '借阅时限',
    limit: setting('loan', field('kind')),
    rule: { lastDay: 'midnight', roll: true },
    marks: {
      soon: {
        title: '将到期',
        at: { before: { value: 2, unit: 'day' } },
        effects: [{ notify: librarian, message: 'lending/soon' }],
      },
      due: { title: '到期', at: { due: true }, effects: [{ urge: 'remind' }] },
      long: { title: '久拖', at: { after: { value: 5, unit: 'day' } }, effects: [{ urge: 'call' }] },
    },
    pauseReasons: { closed: '闭馆', illness: '读者住院' },
    extension: { times: setting('renewals'), total: constant(30) },
    source: '兰台区图书馆借阅办法第6条（虚构）',
  },
} as const satisfies Readonly<Record<string, ClockDefinition>>

/**
 * A small loop for tests: a library lends a book. It has something of everything: an opening with a guard, a branch, a clock that moves the
 * record by itself, pause and extension, two truths, a redo, a request, a group, settings by key, personal fields, worked examples.
 */
export const lending: Machine = defineLoop({
  id: 'lending',
  system: 'S00',
  version: 1,
  title: '图书借阅',
  purpose: '读者预约、借出、归还一本书的全过程。',
  basis: ['兰台区图书馆借阅办法（虚构）'],
  noun: '借阅单',
  roles: { librarian: '馆员', director: '馆长', inspector: '督查员' },
  fields,
  titleField: 'book',
  categoryField: 'kind',
  states: {
    reserved: { title: '待取书', kind: 'open', clock: 'pickup', waitsFor: '读者' },
    lent: { title: '借阅中', kind: 'open', clock: 'loan', waitsFor: '读者' },
    repair: { title: '修补中', kind: 'open', noClock: '视损坏程度而定', waitsFor: '分馆' },
    returned: { title: '已归还', kind: 'final' },
    declined: { title: '未借成', kind: 'final' },
  },
  actions: { ...opening, ...handling, ...after },
  clocks,
  requests: {
    waiver: {
      title: '免计申请',
      reasons: { flood: '水灾', lost: '系统故障' },
      excludes: true,
      source: '第9条（虚构）',
    },
  },
  urging: { remind: '提醒', call: '电话催还' },
  settings: {
    pickup: { title: '取书期限', type: 'limit', default: { value: 3, unit: 'workday' }, source: '第4条（虚构）' },
    loan: {
      title: '借期',
      type: 'table',
      default: {
        novel: { value: 30, unit: 'day' },
        rare: { value: 5, unit: 'workday' },
        '*': { value: 14, unit: 'day' },
      },
      source: '第6条（虚构）',
    },
    renewals: { title: '续借次数', type: 'number', default: 1, source: '第7条（虚构）' },
    dear: { title: '贵重图书估价', type: 'number', default: 1000, source: '第8条（虚构）' },
    shelves: {
      title: '架位目录',
      type: 'table',
      default: { a1: { title: '一层东', floor: 1 }, b2: { title: '二层西', floor: 2 } },
      source: '馆内布置（虚构）',
    },
  },
  readers: [librarian, director, { role: 'inspector', at: 'district' }],
  unmask: [director],
  wording: {
    'lending/rare-phone': '善本须留联系电话',
    'lending/rare-declined': '一册善本未借成',
    'lending/overdue': '已超期，不能续借',
    'lending/renewed': '续借次数已用完',
    'lending/not-running': '借阅时限不在计时',
    'lending/not-paused': '借阅时限没有暂停',
    'lending/no-answer': '读者评价之后才能重新办理',
    'lending/asked': '已有免计申请待决定',
    'lending/not-asked': '没有待决定的免计申请',
    'lending/soon': '有书即将到期',
    renewals: '续借',
    dear: '贵重图书修补',
    cheap: '普通图书修补',
    same: '同书',
    floor: '楼层',
  },
  examples: [
    {
      title: '国庆前预约，节后借出，归还时损坏',
      steps: [
        {
          role: 'librarian',
          unit: 'lantai-dongmen',
          action: 'reserve',
          input: { book: '兰台旧志', kind: 'novel', branch: 'lantai-dongmen', reader: '王某' },
          at: '2025-09-29 10:00',
          state: 'reserved',
          due: { pickup: '2025-10-10 17:30' },
        },
        {
          role: 'librarian',
          unit: 'lantai-dongmen',
          action: 'lend',
          input: { value: 1200 },
          at: '2025-10-09 09:30',
          state: 'lent',
          due: { loan: '2025-11-10 24:00' },
        },
        {
          role: 'librarian',
          unit: 'lantai-dongmen',
          action: 'renew',
          input: { reason: '未读完', days: 40 },
          at: '2025-10-20 09:30',
          refused: 'engine/bad-input',
        },
        {
          role: 'librarian',
          unit: 'lantai-dongmen',
          action: 'return',
          input: { damaged: true, note: '封面撕裂' },
          at: '2025-10-30 15:00',
          state: 'repair',
        },
        { role: 'librarian', unit: 'lantai-dongmen', action: 'mend', at: '2025-11-03 09:00', state: 'returned' },
      ],
    },
    {
      title: '三个工作日未取，自动取消；同一本书并入在先预约',
      steps: [
        {
          role: 'librarian',
          unit: 'lantai-beihe',
          record: '先',
          action: 'reserve',
          input: { book: '水经图', kind: 'atlas', branch: 'lantai-beihe', reader: '李某' },
          at: '2025-03-03 09:00',
          state: 'reserved',
        },
        {
          role: 'librarian',
          unit: 'lantai-beihe',
          record: '后',
          action: 'reserve',
          input: { book: '水经图', kind: 'atlas', branch: 'lantai-beihe', reader: '李某' },
          at: '2025-03-03 10:00',
          state: 'reserved',
        },
        {
          role: 'librarian',
          unit: 'lantai-beihe',
          record: '后',
          action: 'merge',
          input: { original: '先' },
          at: '2025-03-04 10:00',
          state: 'declined',
        },
        {
          role: 'librarian',
          unit: 'lantai-beihe',
          record: '先',
          action: 'lend',
          input: { value: 50 },
          at: '2025-03-10 09:00',
          refused: 'engine/wrong-state',
        },
      ],
    },
  ],
})

/** Measures of the lending loop: a rate with its base, and a stock. */
export const lendingMeasures = defineMeasures(
  {
    machine: 'lending',
    counters: {
      closed: {
        title: '已归还',
        when: present(fact('closedAt')),
        period: fact('closedAt'),
      },
      content: {
        title: '满意',
        when: all(present(fact('closedAt')), equals({ truth: 'citizen', field: 'content' }, constant(true))),
        period: fact('closedAt'),
      },
      worth: { title: '在借图书估价', when: present(field('value')), amount: field('value') },
    },
    measures: [
      {
        id: 'lending.content',
        title: '满意率',
        unit: '%',
        additivity: 'recomputed',
        direction: 'up',
        formula: { ratio: [{ counter: 'content' }, { counter: 'closed' }] },
        decimals: 1,
        says: '归还后评价满意的占全部归还的比重',
        source: '第10条（虚构）',
      },
      {
        id: 'lending.score',
        title: '服务得分',
        unit: '分',
        additivity: 'recomputed',
        direction: 'up',
        formula: {
          times: [{ plus: [{ measure: 'lending.content' }, { value: constant(0.5) }] }, { value: setting('renewals') }],
        },
        decimals: 2,
        says: '满意率加0.5后乘以系数',
        source: '第10条（虚构）',
      },
      {
        id: 'lending.worth',
        title: '在借图书估价',
        unit: '元',
        additivity: 'stock',
        direction: 'none',
        formula: { counter: 'worth' },
        decimals: 0,
        says: '已借出图书的估价合计',
        source: '第8条（虚构）',
      },
    ],
  },
  lending,
)
