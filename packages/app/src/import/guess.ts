import type { FieldDefinition, Machine, SheetColumn } from '@jiannuo/engine'

/** Header of a sheet → id of the machine's column that it fills. Headers that are left out are not imported. */
export type ColumnMapping = Readonly<Record<string, string>>

/** The moment a record was received; not a field, but what its clocks begin with. */
export const OPENED_AT = 'openedAt'

/** Titles that differ in less than this share of their character pairs are taken for the same. */
const ALIKE = 0.5

/** What else a column of this kind is called by offices. */
const USUAL: readonly { readonly words: RegExp; readonly fits: (id: string, field?: FieldDefinition) => boolean }[] = [
  { words: /电话|手机|联系方式/, fits: (_id, field) => field?.personal?.mask === 'phone' },
  { words: /姓名|名字|来电人/, fits: (_id, field) => field?.personal?.mask === 'name' },
  { words: /地址|地点|位置/, fits: (_id, field) => field?.type === 'place' },
  { words: /(?:受理|创建|登记|来电|收到)(?:时间|日期)/, fits: (id) => id === OPENED_AT },
  { words: /街道|社区|属地|区域/, fits: (id, field) => id === 'area' && field?.type === 'unit' },
]

/**
 * Guesses which column of a sheet fills which of the machine's: the same title, the usual other names of phone, name, place and
 * time of receipt, then the most alike title. Each column of the machine is given away once.
 */
export function guessMapping(
  machine: Machine,
  columns: readonly SheetColumn[],
  header: readonly string[],
  fieldOf: (id: string) => FieldDefinition | undefined = (id) => machine.fields[id],
): ColumnMapping {
  const open = new Map(columns.filter(({ imported, id }) => imported || id === OPENED_AT).map((c) => [c.id, c]))
  const mapping: Record<string, string> = {}
  const give = (title: string, id: string | undefined): void => {
    if (id === undefined || !open.delete(id)) return
    mapping[title] = id
  }
  const rounds: ((title: string) => string | undefined)[] = [
    (title) => [...open.values()].find((column) => plain(column.header) === plain(title) || column.id === title)?.id,
    (title) => {
      const usual = USUAL.filter(({ words }) => words.test(title))
      return [...open.keys()].find((id) => usual.some(({ fits }) => fits(id, fieldOf(id))))
    },
    (title) => mostAlike(title, [...open.values()]),
  ]
  for (const round of rounds)
    for (const title of header) if (title !== '' && mapping[title] === undefined) give(title, round(title))
  return mapping
}

/** A title without what is layout: blanks, brackets with a unit, a star. */
const plain = (title: string): string =>
  title
    .replace(/\s/g, '')
    .replace(/[（(][^（()）]{0,20}[)）]/g, '')
    .replace(/[*＊：:]/g, '')

function mostAlike(title: string, columns: readonly SheetColumn[]): string | undefined {
  let best: { id: string; score: number } | undefined
  for (const column of columns) {
    const score = alikeness(plain(title), plain(column.header))
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { id: column.id, score }
  }
  return best?.id
}

const pairs = (text: string): string[] => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2))

/** Dice's coefficient over pairs of neighbouring characters; one title inside the other counts as alike. */
function alikeness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0
  if (a.includes(b) || b.includes(a)) return 0.6 + (0.4 * Math.min(a.length, b.length)) / Math.max(a.length, b.length)
  const left = pairs(a)
  const right = pairs(b)
  const shared = left.filter((pair) => right.includes(pair)).length
  return (2 * shared) / (left.length + right.length)
}
