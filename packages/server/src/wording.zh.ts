import type { Wording } from '@jiannuo/kernel'

/** What the server itself says. */
export const serverWording = {
  'server/unknown': '没有办成，请重试',
  'server/failed': '服务器内部出错，没有写入任何内容，请稍后重试；仍不成功时把编号{request}告诉管理员',
  'server/refused': '{text}',
  'server/no-session': '尚未登录或登录已失效，请重新登录',
  'server/no-person': '这个账号没有对应的人员，请联系管理员把账号和人员对应起来',
  'server/has-account': '“{person}”已经有账号（{name}），不用再开通；忘记口令的请重置口令',
  'server/own-account': '不能停用自己的账号，请由另一位管理员办理',
  'server/no-route': '没有这个地址（{path}），请核对',
  'server/cross-site': '这个请求来自别的网站，已拒绝；请从本系统的页面操作',
  'server/bad-csrf': '页面已过期，请刷新页面后重试',
  'server/too-many': '操作太频繁，请{seconds}秒后再试',
  'server/too-large': '内容太大（上限{limit}），请拆分或压缩后再传',
  'server/bad-media': '内容的类型不对（收到“{got}”），请用“{wanted}”',
  'server/bad-json': '内容不是有效的JSON，请核对第{at}个字符附近',
  'server/bad-text': '{field}里有不能保存的字符（空字符或残缺的字符），请去掉后再试',
  'server/bad-input': '“{field}”填写有误：{says}',
  'server/no-opening': '“{action}”不能用来登记新的记录，请核对',
  'server/no-body': '没有收到文件内容，请重新选择文件后再传',
  'server/bad-setting': '环境变量 {name} 的值“{value}”不对，{wanted}',
  'server/port-taken': '端口 {port} 已被占用，请换一个端口（环境变量 PORT）后再启动',
  'server/no-port': '不能在 {host}:{port} 上监听（{why}），请改用别的地址或端口',
} as const satisfies Wording

/** What the settings want, in words. */
export const wantedWords = {
  port: '请填0至65535之间的整数',
  number: (from: number, to: number): string => `请填${from}至${to}之间的整数`,
  url: '请填以 http:// 或 https:// 开头的网址',
  secret: '请填不少于32个字符的随机密钥',
  oneOf: (allowed: readonly string[]): string => `可用的有：${allowed.join('、')}`,
} as const

/** What is printed at the start. */
export const startWords = {
  ready: (url: string): string => `践诺已启动：${url}\n`,
  demo: (accounts: readonly { readonly name: string; readonly label: string; readonly password: string }[]): string =>
    `虚构的兰台区可以这样登录（口令都是 ${accounts[0]?.password ?? ''}）：\n${accounts.map(({ name, label }) => `  ${name}　${label}\n`).join('')}`,
  administrator: (name: string, password: string): string =>
    `已建立管理员账号 ${name}，初始口令 ${password}（只显示这一次，首次登录时须修改）\n`,
  empty: `还没有建立区，所以还不能登录。按 Ctrl+C 停下，然后二选一：
  建立自己的区：jiannuo org found 区的编号 区的名称 管理员编号 管理员姓名，再运行 jiannuo serve
  先看虚构的兰台区：jiannuo serve --demo --data 一个空文件夹
`,
  stopping: '正在停止……\n',
} as const

/** Shown where the pages have not been built. */
export const notBuilt = '网页还没有构建，请先运行 npm run build；接口可以照常使用，说明见 /api/openapi.json'

/** Names in the description of the interface. */
export const interfaceWords = {
  product: '践诺',
  failed: '没有办成',
  events: '有变动时的通知',
  stream: '通知流',
} as const
