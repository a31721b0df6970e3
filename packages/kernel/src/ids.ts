declare const idBrand: unique symbol

/** A text that names one thing of one kind. Ids of different kinds do not fit into each other's places. */
export type Id<Kind extends string> = string & { readonly [idBrand]: Kind }

/** Names a document (文件). */
export type DocumentId = Id<'document'>

/** Names a clause (条款). */
export type ClauseId = Id<'clause'>

/** Names a statement (陈述). */
export type StatementId = Id<'statement'>

/** Names a task (任务). */
export type TaskId = Id<'task'>

const LONGEST = 200

/** Ids go into addresses, file names and logs, so they hold no space and no control sign. */
function isId<Kind extends string>(text: string): text is Id<Kind> {
  if (text.length === 0 || text.length > LONGEST) return false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code <= 0x20 || code === 0x7f || code === 0x3000) return false
  }
  return true
}

function makeId<Kind extends string>(text: string): Id<Kind> {
  if (!isId<Kind>(text)) throw new RangeError(`no id: ${JSON.stringify(text.slice(0, 40))}`)
  return text
}

/**
 * A document id.
 *
 * @throws RangeError when the text is empty, longer than 200, or holds a space or control sign (for all four)
 */
export const documentId = (text: string): DocumentId => makeId(text)

/** A clause id. */
export const clauseId = (text: string): ClauseId => makeId(text)

/** A statement id. */
export const statementId = (text: string): StatementId => makeId(text)

/** A task id. */
export const taskId = (text: string): TaskId => makeId(text)
