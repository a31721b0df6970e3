import type { StateDefinition } from '@jiannuo/engine'

/** Where a project, and each of its permits, can stand (systems.md S15). */
export const permitStates: Readonly<Record<string, StateDefinition>> = {
  planning: { title: '策划、一次告知', kind: 'open', clock: 'telling', waitsFor: '综合窗口列出事项' },
  listing: { title: '只列一个事项', kind: 'open', noClock: '事项未列齐，不成并联', waitsFor: '综合窗口' },
  listed: { title: '事项已列待收件', kind: 'open', noClock: '申请人准备材料，不计审批时限', waitsFor: '申请人' },
  checking: { title: '已收件待受理', kind: 'open', clock: 'checking', waitsFor: '综合窗口' },
  correcting: { title: '一次性补正', kind: 'open', clock: 'correcting', waitsFor: '申请人' },
  reviewing: { title: '并联审查', kind: 'open', clock: 'joint', waitsFor: '各审批部门' },
  suspended: { title: '有事项未通过，整组挂起', kind: 'open', clock: 'consult', waitsFor: '牵头部门会商' },
  gathered: { title: '事项齐备待发证', kind: 'open', clock: 'joint', waitsFor: '综合窗口' },
  issued: { title: '已齐发待送达', kind: 'open', clock: 'delivery', waitsFor: '综合窗口' },
  building: { title: '施工', kind: 'open', noClock: '工期由项目调度管，不计审批时限', waitsFor: '项目业主' },
  completing: { title: '联合验收', kind: 'open', clock: 'completion', waitsFor: '牵头部门' },
  done: { title: '验收通过，已办结', kind: 'final' },
  refused: { title: '不予许可', kind: 'final' },
  withdrawn: { title: '已撤回', kind: 'final' },
  prepared: { title: '事项待受理', kind: 'open', noClock: '随项目件一并受理', waitsFor: '项目件受理' },
  underReview: { title: '事项审查中', kind: 'open', clock: 'single', waitsFor: '审批部门' },
  special: { title: '特别程序中', kind: 'open', clock: 'special', waitsFor: '特别程序结果' },
  passed: { title: '审查通过待齐发', kind: 'open', noClock: '等其他事项，由项目件的时限管', waitsFor: '同步发证' },
  failed: { title: '事项未通过', kind: 'open', noClock: '由项目件的会商时限管', waitsFor: '会商结果' },
  certified: { title: '事项已发证', kind: 'final' },
  dropped: { title: '退出并联', kind: 'final' },
  ended: { title: '随项目终止', kind: 'final' },
}
