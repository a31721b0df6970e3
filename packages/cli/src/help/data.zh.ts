/** Lines on the data folder, shared by the helps. */
export const placeHelp = `数据在哪里：
  --data 文件夹      数据文件夹；不写时看环境变量 DATABASE_URL（PostgreSQL 服务器），
                     再看 JIANNUO_DATA，都没有就用当前目录下的 jiannuo-data
`

/** Help of `jiannuo db`. */
export const dbHelp = `内置数据库的启停。其他命令会自动启动和停止它，只有想让它常驻时才用得着。

用法：
  jiannuo db start     启动，并一直运行
  jiannuo db stop      停止，不管还有谁在用
  jiannuo db status    看它的状态

${placeHelp}`

/** Help of `jiannuo migrate`. */
export const migrateHelp = `把数据库升级到这个版本程序要求的样子。只往前，不后退；打开数据的命令都会自动做。

用法：
  jiannuo migrate

${placeHelp}`

/** Help of `jiannuo verify`. */
export const verifyHelp = `从日志重新推算一切，与现有的对照：每条流的哈希链、封存的根、办件的现状、时限、
每个统计数。有一处不符就逐条列出，退出码为 1。

用法：
  jiannuo verify [--district 区]

选项：
  --district 区      只核验这个区；不写则全部
  --seal             核验无误后封存：把到此为止的全部日志算成一个根，可以公布

${placeHelp}`

/** Help of `jiannuo backup` and `jiannuo restore`. */
export const backupHelp = `备份成一个带校验的文件；各种数据库之间可以互相恢复。备份时照常可以办件。

用法：
  jiannuo backup 备份文件
  jiannuo restore 备份文件 [--overwrite]

选项：
  --overwrite        恢复到已有数据的库，原有数据全部替换；不写则只恢复到空库

备份文件里的个人信息是加密的，恢复后要用同一把主密钥（数据文件夹里的 master.key，
或环境变量 JIANNUO_MASTER_KEY）才能打开；请另行妥善保管。

${placeHelp}`
