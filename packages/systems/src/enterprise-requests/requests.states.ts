import type { StateDefinition } from '@jiannuo/engine'

/** Where a firm's request can stand (systems.md S07). */
export const requestStates: Readonly<Record<string, StateDefinition>> = {
  submitted: { title: '待受理', kind: 'open', clock: 'acceptance', waitsFor: '营商办' },
  accepted: { title: '待交办', kind: 'open', clock: 'assigning', waitsFor: '营商办' },
  assigned: { title: '待签收', kind: 'open', clock: 'signIn', waitsFor: '主办单位' },
  returned: { title: '退回待派', kind: 'open', clock: 'assigning', waitsFor: '营商办' },
  handling: { title: '办理中', kind: 'open', clock: 'handling', waitsFor: '主办单位' },
  consulting: { title: '会商中', kind: 'open', clock: 'consulting', waitsFor: '会商召集人' },
  shelved: { title: '挂账', kind: 'open', clock: 'shelf', waitsFor: '条件成熟' },
  checking: { title: '答复待审', kind: 'open', clock: 'checking', waitsFor: '主办单位负责人' },
  pledging: { title: '承诺待审', kind: 'open', clock: 'checking', waitsFor: '主办单位负责人' },
  rating: { title: '待企业评价', kind: 'open', clock: 'rating', waitsFor: '企业' },
  promised: { title: '承诺跟踪', kind: 'open', clock: 'promise', waitsFor: '主办单位' },
  promiseCheck: { title: '承诺待核实', kind: 'open', clock: 'promiseChecking', waitsFor: '营商办和企业' },
  archived: { title: '已归档', kind: 'final' },
  unmet: { title: '承诺未兑现', kind: 'final' },
  declined: { title: '不予受理', kind: 'final' },
  withdrawn: { title: '企业撤回', kind: 'final' },
}
