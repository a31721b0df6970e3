import type { Wording } from '@jiannuo/kernel'

/** Titles of what `defineRegister` makes. */
export const registerWording = {
  enter: '入库',
  enterAt: '入库（{stage}）',
  change: '变更',
  promote: '升入{stage}',
  sendBack: '退回{stage}',
  leave: '退出',
  reason: '理由',
  exitReason: '退出原因',
} as const

/** Why an action is refused. Besides their own values the templates may name {action}, {noun}, {state} and {from}. */
const refusals = {
  'engine/unknown-action': '没有“{action}”这一操作，请从可以办理的操作中选择',
  'engine/system-action': '“{action}”由系统自动办理，不能人工操作',
  'engine/not-system': '“{action}”须由人员办理，系统不能代办',
  'engine/no-record': '请先登记{noun}',
  'engine/already-open': '{noun}已经建立，不能重复登记',
  'engine/wrong-state': '“{action}”只能在{from}时办理',
  'engine/not-permitted': '您现有的岗位不能办理“{action}”，请由有权的岗位办理',
  'engine/bad-input': '填写的内容有{count}处需要改正',
  'engine/stage-test': '尚不符合条件',
  'engine/no-such-clock': '没有编号为“{clock}”的时限，请检查定义',
  'engine/no-limit': '“{clock}”没有可用的时限数值，请在设置中补充',
  'engine/clock-not-running': '“{clock}”没有在计时，不能这样办理',
  'engine/clock-paused': '“{clock}”已经暂停，不能再次暂停',
  'engine/clock-not-paused': '“{clock}”没有暂停，不需要恢复',
  'engine/pause-reason': '暂停“{clock}”的理由须从下列各项中选择：{allowed}',
  'engine/extension-never': '“{clock}”不能延期',
  'engine/extension-amount': '“{clock}”延长的数量“{by}”无效，请填写与时限同单位的正数（以天计的填整数）',
  'engine/extension-times': '“{clock}”最多延期{times}次，次数已用完',
  'engine/extension-total': '“{clock}”累计最多延长{total}，已延长{before}，不能再延长{by}',
  'engine/no-reason': '没有写明理由，请补填',
  'engine/no-unit': '没有可以承办的单位，请指明单位或补充派单目录',
  'engine/one-unit': '只能有一个单位，请只选一个',
  'engine/no-co-handler': '您的单位不是协办单位，不能代为答复',
  'engine/request-pending': '“{request}”已经提出，正在等待决定，不能重复提出',
  'engine/request-not-pending': '没有等待决定的“{request}”',
  'engine/second-person': '“{request}”由您本人提出，须由另一人决定',
  'engine/no-head': '没有指明并入的主件，请填写',
  'engine/join-self': '不能并入自身，请另选主件',
  'engine/head-joins': '已有{members}件并入此件，此件不能再并入其他件',
  'engine/already-member': '已经并入“{head}”，请先拆出再并入',
  'engine/head-is-member': '所选主件已并入“{head}”，请直接并入“{head}”',
  'engine/head-closed': '所选主件已经办结，不能再并入',
  'engine/not-a-member': '没有并入任何主件',
  'engine/link-self': '不能关联自身，请另选',
  'engine/not-personal': '“{field}”不是个人信息字段',
  'engine/sealed': '“{field}”对您所在的单位保密，不能查看',
  'engine/no-migration': '不能从第{from}版升到第{to}版：缺少升级步骤',
  'engine/state-gone': '新版中没有“{state}”这一状态，不能升级，请补充对应关系',
} as const satisfies Wording

/** What is wrong with one field of a form. */
const fieldFaults = {
  'engine/missing': '必填',
  'engine/not-offered': '不在本操作的填写范围内，请删去',
  'engine/wrong-type': '格式不对',
  'engine/not-a-choice': '没有“{value}”这一选项',
  'engine/no-such-unit': '没有“{value}”这一单位',
  'engine/repeated': '有重复的内容',
  'engine/too-small': '不能小于{least}，现为{value}',
  'engine/too-large': '不能大于{most}，现为{value}',
  'engine/too-long': '最多{most}个字，现有{length}个字',
  'engine/pattern': '应为{says}',
  'engine/bad-row': '第{row}行“{column}”{fault}',
  'engine/row-repeated': '第{row}行的“{key}”与前面重复',
} as const satisfies Wording

/** Why figures cannot be added up. */
const sums = {
  'engine/no-figures': '没有可以相加的数',
  'engine/figures-differ': '“{a}”与“{b}”不是同一个测度，不能相加',
  'engine/not-additive': '“{measure}”是比率或得分，不能相加，请按分子、分母重新计算',
  'engine/stock-over-periods': '“{measure}”是时点数，不能按时间相加，请取期末数',
} as const satisfies Wording

/** Chinese wording of every refusal, every fault of a form and every refused sum that the engine itself can give. */
export const engineWording = { ...refusals, ...fieldFaults, ...sums } as const satisfies Wording

/** Code of a refusal or fault that the engine itself gives. */
export type EngineCode = keyof typeof engineWording

/** How a refusal is said as a whole. */
export const refusalPhrases = {
  refused: '不能“{action}”：{reason}。',
  field: '“{field}”{fault}',
  failing: '{reason}，须满足：{parts}',
  faulty: '{reason}：{parts}',
  standing: '{noun}“{record}”现为“{state}”。',
  unopened: '{noun}尚未建立。',
  possible: '您现在可以：{actions}。',
  nothing: '您现在没有可以办理的操作。',
  list: '；',
  names: '、',
  state: '“{state}”',
} as const
