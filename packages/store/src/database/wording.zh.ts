import type { Wording } from '@jiannuo/kernel'

/** Chinese wording of every problem that reaching a database can meet: what is wrong, where, and what to do about it. */
export const databaseWording = {
  'store/unavailable': '数据库暂时连不上，这一步可能没有完成。请稍候再试；如一直如此，请检查数据库是否在运行。',
  'store/no-place':
    '没有说明数据放在哪里。请用 JIANNUO_DATA 指定数据文件夹，或用 DATABASE_URL 指定 PostgreSQL 服务器。',
  'store/folder-unusable': '数据文件夹“{folder}”不能使用（{detail}）。请核对路径、权限和剩余空间，或换一个文件夹。',
  'store/folder-busy':
    '数据文件夹“{folder}”正由另一个进程（{holder}）打开，{seconds}秒内没有让出。请等它结束，或先停止那个进程再试。',
  'store/init-failed': '在“{folder}”新建数据库没有成功：{detail}。请核对磁盘空间和权限后再试。',
  'store/start-failed': '“{folder}”中的数据库没有启动：{detail}。详情见其中的 postgres.log。',
  'store/start-slow':
    '“{folder}”中的数据库{seconds}秒内没有准备好，可能还在恢复断电或中断前的数据。请稍候再试，详情见其中的 postgres.log。',
  'store/stop-failed': '“{folder}”中的数据库（进程{pid}）没有停下：{detail}。请用启动它的用户再试。',
  'store/data-version':
    '“{folder}”中的数据由 PostgreSQL {found} 建立，本程序带的是 {own}，不能打开。请用原来的版本备份（jiannuo backup），再在新文件夹中恢复。',
  'store/data-needs-binaries':
    '“{folder}”中的数据由 PostgreSQL 建立，但这台机器上它不能运行：{reason}。为防误开一个空数据库，没有继续。请补齐程序包 {package} 后再试，或在能运行的机器上备份后恢复到新文件夹。',
  'store/no-binaries': '这台机器不能运行自带的 PostgreSQL：{reason}。',
  'store/pglite-fallback':
    '自带的 PostgreSQL 不能运行（{reason}），已改用内嵌的 PGlite：同一时间只能有一个进程打开，断电可能丢失最近的数据，仅供试用。正式使用请设 DATABASE_URL 连接 PostgreSQL 服务器。',
  'store/pglite-data':
    '“{folder}”中的数据由 PGlite 建立，继续用 PGlite 打开：同一时间只能有一个进程打开，断电可能丢失最近的数据，仅供试用。如需转到自带的 PostgreSQL，请备份（jiannuo backup）后恢复到新文件夹。',
  'store/pglite-failed': '“{folder}”中的 PGlite 数据库没有打开：{detail}。',
  'store/bad-url':
    '数据库地址不能识别。请按“postgres://用户:口令@主机:端口/数据库”的格式填写，口令中的特殊字符用百分号编码。',
  'store/server-unreachable':
    '连不上数据库服务器“{host}”：{detail}。请核对地址、端口、用户和口令，并确认服务器已启动。',
  'store/server-too-old': '数据库服务器“{host}”是 PostgreSQL {found}，需要 15 或更高版本。请升级服务器或换一台。',
  'store/app-too-powerful':
    'JIANNUO_APP_DATABASE_URL 的用户“{user}”是超级用户或可绕过行级权限，不能作为应用用户。请换成普通用户。',
  'store/app-login': '应用以单独的数据库用户“{user}”登录。',
  'store/app-set-role':
    '应用与维护使用同一数据库用户登录，由 SET ROLE 切换为“{role}”。如需更严格的隔离，请用 JIANNUO_APP_DATABASE_URL 指定应用单独的登录地址。',
} as const satisfies Wording

/** Code of a problem that reaching a database can meet. */
export type DatabaseProblemCode = keyof typeof databaseWording

/** Why the bundled Postgres cannot run here, in words for `{reason}`. */
export const reasonWording = {
  platform: '没有适用于{platform}的程序包',
  package: '没有安装程序包 {package}',
  run: '程序不能执行：{detail}',
  reach: '运行它的用户“{user}”够不到程序所在的文件夹',
  user: '当前是 root，而系统中没有可代为运行的普通用户（jiannuo、postgres 或 nobody）',
  account: '当前用户在系统中没有登记（/etc/passwd 中没有这个用户号）',
} as const satisfies Wording
