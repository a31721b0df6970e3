import type { DecidedProposal, ImportedDocument, LightCounts } from '@jiannuo/app'
import type { Light } from '@jiannuo/plan'

const KINDS = { report: '报告', plan: '计划', bulletin: '公报', other: '其他' } as const

/** Lights in words. */
export const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  red: '红',
  yellow: '黄',
  green: '绿',
  silent: '静默',
  none: '未评',
}

const DECIDED = {
  confirmed: '已确认',
  rejected: '不纳入',
  merged: '已合并',
  split: '已拆分',
  reopened: '待确认',
} as const

/** What the ledger's commands say. */
export const ledgerLabels = {
  imported: (done: ImportedDocument): string =>
    `文件 ${done.record}：${done.title}（${KINDS[done.kind]}${done.place === '' ? '' : `，${done.place}`}${done.year === undefined ? '' : `，${done.year}年`}）${done.repeated ? '此前已经导入，没有改动' : '已导入'}\n` +
    `  读出陈述${done.statements}条、任务${done.tasks}项、问题${done.problems.length}个；确认之前都不算数。\n`,
  preview: (title: string, statements: number, targets: number, tasks: number): string =>
    `预览：${title}，陈述${statements}条，其中拟列入台账${targets}条，另有无数字的任务${tasks}项。什么也没有写入。\n`,
  proposalsTitle: (title: string, all: number, open: number): string => `${title}：共${all}条，待确认${open}条\n`,
  decision: ({ decision }: DecidedProposal): string => (decision === undefined ? '待确认' : DECIDED[decision.decision]),
  confirmed: (decided: number, opened: number, open: number): string =>
    `已处理${decided}条，立项${opened}件，还有${open}条待确认\n`,
  opened: (item: string, record: string): string => `  ${item} → ${record}\n`,
  nothing: '没有符合条件的记录。\n',
  lights: (counts: LightCounts): string =>
    `红${counts.red}　黄${counts.yellow}　绿${counts.green}　静默${counts.silent}　未评${counts.none}`,
  overview: (total: number, struckOff: number, counts: string): string =>
    `目标任务${total}件，已销号${struckOff}件；在办的：${counts}\n`,
  worst: '最落后的：\n',
  silent: '没有报送的：\n',
  split: (records: readonly string[]): string => `已分解为${records.length}件：${records.join('、')}\n`,
  exported: (rows: number, file: string): string => `已导出${rows}件到 ${file}\n`,
  splitPreview: (rows: number, takeable: number, refused: number, taken: number, take: boolean): string =>
    `读了${rows}行：可采纳的改动${takeable}处，不能采纳的${refused}处${take ? `，已写入${taken}处` : '；什么也没有写入（确认无误后加 --take）'}\n`,
  difference: (
    row: number,
    title: string,
    column: string,
    before: string,
    wanted: string,
    why: string | undefined,
  ): string =>
    `  第${row}行 ${title}　${column}：${before === '' ? '（空）' : before} → ${wanted === '' ? '（空）' : wanted}${why === undefined ? '' : `　不采纳：${why}`}\n`,
  circular: (month: string, file: string): string => `${month} 的月调度通报已写到 ${file}\n`,
  assessed: (looked: number, changed: number, turned: number): string =>
    `评了${looked}件，更新${changed}件，变灯${turned}件\n`,
  organisation: (units: number, people: number, posts: number, known: number, dry: boolean): string =>
    `${dry ? '将新增' : '已新增'}单位${units}个、人员${people}名、岗位${posts}个；${known}行此前已有\n`,
} as const
