import type { ActionDefinition, Condition, Expr, FieldDefinition, Grant } from '@jiannuo/engine'
import {
  actorPerson,
  all,
  any,
  constant,
  equals,
  field,
  firstOf,
  gt,
  gte,
  input,
  lte,
  not,
  now,
  plus,
  present,
  setting,
  when,
} from '@jiannuo/engine'
import { edgeForm, staffForm } from './grids.fields.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

/** Roles around the micro-grids. */
export const gridRoles = {
  gridWorker: '网格员（微网格长）',
  communityClerk: '社区网格管理员',
  streetClerk: '街道综治专员',
  supervisor: '督查室',
  leader: '区领导',
} as const

export const workers: readonly Grant[] = [{ role: 'gridWorker', at: 'area' }]
export const communities: readonly Grant[] = [{ role: 'communityClerk', at: 'area' }]
export const streets: readonly Grant[] = [{ role: 'streetClerk', at: 'lead' }]
export const keepers: readonly Grant[] = [...communities, ...streets]

const zero = constant(0)
const more = (id: string, by: Expr): Expr => plus(firstOf(field(id), zero), firstOf(by, zero))
const note: FieldDefinition = { title: '情况', type: 'longText', required: true, maxLength: 1000 }
const photos: FieldDefinition = { title: '照片', type: 'files', required: true }

const shown = (title: string): FieldDefinition => ({ title, type: 'boolean', required: true })

/** What has to stand on the board (domain.md 18.3); that it stands there is noted, not what it says. */
const publicItems: Readonly<Record<string, FieldDefinition>> = {
  shownName: shown('公示了网格名称'),
  shownRange: shown('公示了范围'),
  shownHolder: shown('公示了负责人和联系方式'),
  shownPhone: shown('公示了监督电话'),
}

/** 启用: its edge is said, it is neither too small nor too big, and it has a post at least. */
export const soundUnit: Condition = all(
  present(field('boundary')),
  gte(field('households'), setting('leastHouseholds')),
  lte(field('households'), setting('mostHouseholds')),
  gt(field('posts'), zero),
)

const keeping: Actions = {
  redraw: {
    title: '划定边界',
    from: ['planned', 'adjusting'],
    to: 'same',
    by: keepers,
    input: edgeForm,
    needs: ['boundary', 'households'],
  },
  staff: {
    title: '登记力量配备',
    from: ['planned', 'active'],
    to: 'same',
    by: keepers,
    input: staffForm,
    needs: ['filled'],
    fields: { newHolder: { title: '微网格长换人', type: 'boolean', required: true, help: '只记是否换人，不记姓名。' } },
    guards: [
      { when: lte(field('filled'), field('posts')), code: 'more-than-posts' },
      {
        when: any(not(present(field('activePartners'))), lte(field('activePartners'), field('partners'))),
        code: 'partners-over',
      },
    ],
    effects: [
      { set: 'staffedAt', to: now },
      // Another holder is made known anew.
      when(all(equals(input('newHolder'), constant(true)), present(field('setUpAt'))), [
        { clear: 'publishedAt' },
        { start: 'publicity' },
      ]),
    ],
  },
  publish: {
    title: '登记公示',
    from: ['active'],
    to: 'same',
    by: communities,
    fields: { ...publicItems, photos },
    guards: [
      {
        when: all(...Object.keys(publicItems).map((item) => equals(input(item), constant(true)))),
        code: 'shown-incomplete',
      },
    ],
    effects: [{ set: 'publishedAt', to: now }, { stop: 'publicity' }],
  },
}

const working: Actions = {
  patrol: {
    title: '登记巡查',
    from: ['active'],
    to: 'same',
    by: [...workers, ...communities],
    fields: {
      route: { title: '巡查的楼栋、点位', type: 'text', required: true, maxLength: 200 },
      note: { ...note, required: false },
      photos,
    },
    effects: [
      { set: 'patrolledAt', to: now },
      { set: 'patrolledBy', to: actorPerson },
      { clear: 'verifiedAt' },
      { start: 'patrol' },
    ],
  },
  verify: {
    title: '抽查巡查',
    from: ['active'],
    to: 'same',
    by: keepers,
    fields: { note },
    guards: [
      { when: present(field('patrolledAt')), code: 'not-patrolled' },
      { when: not(equals(actorPerson, field('patrolledBy'))), code: 'own-patrol' },
    ],
    effects: [{ set: 'verifiedAt', to: now }],
  },
  visit: {
    title: '登记走访',
    from: ['active'],
    to: 'same',
    by: [...workers, ...communities],
    fields: {
      visited: {
        title: '本次走访户数',
        type: 'number',
        required: true,
        min: 1,
        help: '只记户数，不记住户姓名和家庭情况。',
      },
    },
    guards: [{ when: lte(more('visitedHouseholds', input('visited')), field('households')), code: 'visits-over' }],
    effects: [{ set: 'visitedHouseholds', to: more('visitedHouseholds', input('visited')) }],
  },
  closeRound: {
    title: '结束一轮走访',
    from: ['active'],
    to: 'same',
    by: communities,
    fields: { note },
    guards: [{ when: gt(field('visitedHouseholds'), zero), code: 'nobody-visited' }],
    effects: [{ count: 'round' }, { clear: 'visitedHouseholds' }, { start: 'visit' }],
  },
  matter: {
    title: '登记发现事项',
    from: ['active'],
    to: 'same',
    by: [...workers, ...communities],
    fields: {
      subject: {
        title: '事项类别',
        type: 'choice',
        required: true,
        choices: {
          hazard: '安全隐患',
          quarrel: '矛盾纠纷',
          order: '环境秩序',
          facility: '设施损坏',
          service: '民生服务',
        },
      },
      handled: { title: '处理', type: 'choice', required: true, choices: { own: '当场自办', passed: '上报' } },
      note: { ...note, help: '写事不写人；涉及个人信息的在承办系统登记。' },
      case: { title: '承办系统的记录', type: 'record', help: '隐患、纠纷、热线等系统里的编号。' },
    },
    effects: [
      { set: 'matters', to: more('matters', constant(1)) },
      when(
        equals(input('handled'), constant('own')),
        [{ set: 'ownMatters', to: more('ownMatters', constant(1)) }],
        [{ set: 'passedMatters', to: more('passedMatters', constant(1)) }],
      ),
      when(present(input('case')), [{ link: 'passed-on', to: input('case') }]),
    ],
  },
  invalidate: {
    title: '登记上报无效',
    from: ['active'],
    to: 'same',
    by: streets,
    fields: { note },
    guards: [
      {
        when: gt(firstOf(field('passedMatters'), zero), firstOf(field('invalidMatters'), zero)),
        code: 'none-passed',
      },
    ],
    effects: [{ set: 'invalidMatters', to: more('invalidMatters', constant(1)) }],
  },
}

/** What is done besides setting up, adjusting and dissolving: staffing, publicity, patrols, visits, matters. */
export const gridActions: Actions = { ...keeping, ...working }
