/** Help of `jiannuo systems`. */
export const systemsHelp = `系统目录：有哪些系统，每个系统有哪些状态、动作、时限、测度。

用法：
  jiannuo systems                  目录
  jiannuo systems S05              状态图、动作、测度
  jiannuo systems hotline --page   全部规则，一页 Markdown，由定义生成
  jiannuo systems hotline --mermaid  状态图，Mermaid 格式
`
