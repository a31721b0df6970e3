import type { Wording } from '@jiannuo/kernel'

/** Chinese wording of every problem that a clock, its run, its marks or its office hours can have. */
export const clockWording = {
  'engine/clock-unit':
    '时限单位“{unit}”不认识，可用的有：workday（工作日）、day（自然日）、workhour（工作小时）、hour（小时）',
  'engine/clock-days': '以天计的时限应为1至{most}的整数，现为{value}，请更正',
  'engine/clock-hours': '以小时计的时限应不少于1分钟、不多于{most}小时，现为{value}，请更正',
  'engine/clock-rule': '到期规则不完整：最后一日应为 midnight（24时）或 closing（下班时），是否顺延应为 true 或 false',
  'engine/clock-start-moment': '计时开始的时间无效，应为1970年至2199年之间的时刻，请核对',
  'engine/clock-stop-moment': '计时停止的时间无效，应为1970年至2199年之间的时刻，请核对',
  'engine/clock-stop-early': '计时停止早于计时开始，请核对',
  'engine/clock-pause-moment': '第{number}次暂停的起止时间无效，应为1970年至2199年之间的时刻，请核对',
  'engine/clock-pause-early': '第{number}次暂停早于计时开始，请核对起止时间',
  'engine/clock-pause-reversed': '第{number}次暂停的结束早于开始，请核对起止时间',
  'engine/clock-pause-overlap': '第{number}次暂停开始时上一次暂停尚未结束，请先结束上一次暂停',
  'engine/clock-pause-after-stop': '第{number}次暂停晚于计时停止；停止后不能再变动，请核对',
  'engine/clock-pause-no-reason': '第{number}次暂停没有写明事由，请补填',
  'engine/clock-pause-no-approver': '第{number}次暂停没有写明批准人，请补填',
  'engine/clock-extension-moment': '第{number}次延期的批准时间无效，应为1970年至2199年之间的时刻，请核对',
  'engine/clock-extension-early': '第{number}次延期早于计时开始，请核对批准时间',
  'engine/clock-extension-after-stop': '第{number}次延期晚于计时停止；停止后不能再变动，请核对',
  'engine/clock-extension-no-reason': '第{number}次延期没有写明事由，请补填',
  'engine/clock-extension-no-approver': '第{number}次延期没有写明批准人，请补填',
  'engine/clock-mark': '提醒时点无效：剩余比例应在0至1之间；到期、到期前、到期后须选其一，请更正',
  'engine/office-hours': '办公时间有误：应至少有一段，按先后排列、互不重叠，以当日0至1440分钟表示，请更正',
  'engine/office-offset': '当地时间与协调世界时之差应为-840至840之间的整数分钟（北京时间为480），现为{value}，请更正',
} as const satisfies Wording

/** Code of a problem that a clock can have. */
export type ClockProblemCode = keyof typeof clockWording
