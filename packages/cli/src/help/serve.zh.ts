import { placeHelp } from './data.zh.ts'

/** Help of `jiannuo serve`. */
export const serveHelp = `启动办公系统，在浏览器里使用。按 Ctrl+C 停止。

用法：
  jiannuo serve [--port 8080] [--demo]

选项：
  --port 端口        默认8080，也可以用环境变量 PORT
  --demo             没有数据时先建立虚构的兰台区，并给出可以试用的账号

环境变量：
  HOST                          监听的地址，默认 127.0.0.1（只在本机使用）
  JIANNUO_BASE_URL              大家使用的网址；以 https:// 开头时登录信息只经加密连接传送
  JIANNUO_SECRET                登录用的密钥，不少于32个字符；不设时自动生成并保存在数据文件夹
  JIANNUO_UPLOAD_MB             上传文件的上限，默认50
  JIANNUO_SESSION_IDLE_MINUTES  多少分钟不操作须重新登录，默认30
  JIANNUO_SESSION_HOURS         登录最长多少小时，默认12
  JIANNUO_CALLS_PER_SECOND      一次登录每秒最多的请求数，默认100，短时可达6倍
  JIANNUO_LOG                   日志详细程度：silent、error、warn、info（默认）、debug
  JIANNUO_METRICS               谁可以读 /metrics：loopback（默认，只限本机）、all
  JIANNUO_TRUST_PROXY           前面有反向代理时设为 true，按它给出的地址计来源

${placeHelp}`
