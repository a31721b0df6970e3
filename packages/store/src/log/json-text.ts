// What the database's JSON cannot hold: NUL, and halves of a character pair.
const UNHOLDABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i

/**
 * JSON for columns of the database. Texts there cannot hold NUL or half a character; such signs are left out or replaced. The
 * log and the record itself do not go this way and keep every sign.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  if (!UNHOLDABLE.test(text)) return text
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? holdable(part) : part))
}

/** A text that the database can hold. */
export const holdable = (text: string): string =>
  text.replaceAll('\0', '').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
