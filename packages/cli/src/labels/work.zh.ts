import type { Imported, SettingView, Simulated } from '@jiannuo/app'
import { CHINA_OFFSET, localDate } from '@jiannuo/kernel'

const day = (at: Simulated['from']): string => localDate(at, CHINA_OFFSET)

/** What the commands that do work say. */
export const workLabels = {
  done: '已办。\n',
  founded: (name: string, administrator: string): string => `已建立${name}，首任管理员 ${administrator}。\n`,
  fired: (count: number): string => `到时的事项处理了 ${count} 个。\n`,
  setting: ({ setting, title, value, own, source }: SettingView): string =>
    `${setting}　${title}${own ? '' : '（默认）'}：${JSON.stringify(value)}\n    来源：${source}\n`,
  simulated: (done: Simulated, seconds: number, megabytes: number): string => {
    const refused = Object.entries(done.refused).map(([code, count]) => `${code} ${count}`)
    return [
      `模拟了 ${day(done.from)} 至 ${day(done.until)}：登记 ${done.opened} 件，办理 ${done.commands} 笔，到时事项 ${done.marks} 个。`,
      `用时 ${seconds.toFixed(1)} 秒（每秒 ${Math.round((done.commands + done.marks) / Math.max(seconds, 0.001))} 笔），内存峰值 ${megabytes.toFixed(0)} MB。`,
      ...(refused.length === 0 ? [] : [`被规则拒绝的：${refused.join('，')}`]),
      '',
    ].join('\n')
  },
  imported: (done: Imported, dry: boolean): string =>
    [
      `${done.rows} 行：${dry ? '可登记' : '登记'} ${done.opened} 件，此前已导入 ${done.repeated} 件，有误 ${done.failed} 行。`,
      `列的对应：${Object.entries(done.mapping)
        .map(([title, field]) => `${title}→${field}`)
        .join('，')}`,
      ...(done.unused.length === 0 ? [] : [`没有用到的列：${done.unused.join('、')}`]),
      '',
    ].join('\n'),
  moreProblems: (count: number): string => `另有 ${count} 处没有列出。\n`,
  demoReady: (folder: string, year: string): string =>
    `虚构的兰台区已在 ${folder}。接着可以试：

  npx jiannuo ledger list --light red --as lantai-leader-1  亮红灯的任务
  npx jiannuo ledger show 编号 --as lantai-leader-1       一件任务：原文、实绩、月报、亮灯理由、经过
  npx jiannuo compare examples/lantai-2025-plan.txt examples/lantai-2025-report.txt --promises
                                                          去年的承诺，今年怎么说
  npx jiannuo case list --as lantai-leader-1              全区在办的，最急的在前
  npx jiannuo case list --as lantai-housing-a --mine       区住房建设局承办员要办的
  npx jiannuo case show 编号 --as lantai-leader-1         一件的全部经过
  npx jiannuo trace 'hotline.satisfactionRate@${year}' --as lantai-leader-1
                                                          一个率从哪些件、哪些经过而来
  npx jiannuo org show --as lantai-leader-1               单位、人员和岗位
  npx jiannuo systems S05                                 市民热线的状态图、动作、测度
  npx jiannuo verify                                      从日志重新推算一切，逐项对照
`,
}
