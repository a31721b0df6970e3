import type { FeedsVerified, OfficeVerification } from '@jiannuo/app'
import type { EmbeddedStatus, Seal, Transferred } from '@jiannuo/store'

const STATES: Readonly<Record<EmbeddedStatus['state'], string>> = {
  absent: '还没有建立',
  stopped: '已停止',
  starting: '正在启动、恢复或停止',
  running: '正在运行',
}

// What was not counted again is told with why, so that nobody takes it for checked.
const fedWords = ({ readings, reproduced, repeated, late, unchecked }: FeedsVerified): string => {
  const parts = [
    `自动取数的实绩 ${readings} 条：按取数当时的记录逐件重算相符 ${reproduced} 条`,
    ...(repeated === 0 ? [] : [`沿用月末数 ${repeated} 条`]),
    ...(late === 0 ? [] : [`取数之后补记了更早的经过、不能重算 ${late} 条`]),
    ...(unchecked === 0 ? [] : [`较早的或测度已撤、没有重算 ${unchecked} 条`]),
  ]
  return `${parts.join('，')}。\n`
}

/** What `jiannuo db` says. */
export const dbLabels = {
  started: (folder: string, pid: number, adopted: boolean): string =>
    `${adopted ? '数据库本来就在运行' : '数据库已启动'}（进程 ${pid}），会一直运行到 jiannuo db stop。\n数据文件夹：${folder}\n`,
  stopped: (folder: string, was: boolean): string =>
    `${was ? '数据库已停止' : '数据库本来就没有运行'}。\n数据文件夹：${folder}\n`,
  status: (folder: string, status: EmbeddedStatus): string =>
    [
      `数据文件夹：${folder}`,
      `状态：${STATES[status.state]}`,
      ...(status.version === undefined ? [] : [`数据版本：PostgreSQL ${status.version}`]),
      ...(status.pid === undefined ? [] : [`进程：${status.pid}`]),
      ...(status.place === undefined || status.state !== 'running' ? [] : [`套接字：${status.place.host}`]),
      ...(status.state === 'running'
        ? [status.keep ? '常驻：是，用 jiannuo db stop 停止' : '常驻：否，最后一个使用者退出时停止']
        : []),
      '',
    ].join('\n'),
}

const ENGINES = { embedded: '内置 PostgreSQL', pglite: 'PGlite（试用）', server: 'PostgreSQL 服务器' } as const

const sum = (tables: Transferred['tables']): number => Object.values(tables).reduce((total, rows) => total + rows, 0)

/** What the commands on the data say. */
export const dataLabels = {
  migrated: (engine: keyof typeof ENGINES, version: string): string =>
    `数据库已是最新的样子（${ENGINES[engine]} ${version}）。\n`,
  verified: ({ streams, entries, records, figures, findings, fed }: OfficeVerification): string =>
    `${fed.readings === 0 ? '' : fedWords(fed)}核验了 ${streams} 条流、${entries} 笔经过、${records} 件记录、${figures} 个统计数：${findings.length === 0 ? '全部相符' : `${findings.length} 处不符`}。\n`,
  sealed: ({ number, entries, root, previous }: Seal): string =>
    `已封存第${number}次：到此为止 ${entries} 笔，根 ${root}\n上一次的根 ${previous}\n`,
  transferred: (name: 'backup' | 'restore', path: string, { tables, bytes, checksum }: Transferred): string =>
    `${name === 'backup' ? '已备份到' : '已恢复自'} ${path}：${Object.keys(tables).length} 张表、${sum(tables)} 行、${bytes} 字节\n校验值 ${checksum}\n`,
}
