/** The units that a text names behind a task: （牵头单位：区发改局；责任单位：区财政局、各街道）. */
export interface NamedUnits {
  readonly lead: readonly string[]
  readonly partners: readonly string[]
}

const LEAD = /^(?:牵头(?:单位|部门|领导)?|由|主办单位|主责单位|第一责任单位)[:：]?/
const PARTNER = /^(?:责任(?:单位|部门)|配合(?:单位|部门)|协办单位|参与单位|协同单位)[:：]/
const BRACKET = /[（(]([^（）()]{2,300})[）)]/g
const NONE: NamedUnits = { lead: [], partners: [] }

const namesOf = (words: string): readonly string[] =>
  words
    .split(/[、,，\s]/)
    .map((name) => name.replace(/(?:负责|牵头|配合|等)$/, '').trim())
    .filter((name) => name !== '')

/** 区发改局牵头，区财政局、各街道配合 */
function suffixed(part: string): NamedUnits | undefined {
  const led = /^([^，,;；]{2,60})(?:牵头|负责)(?:[，,](.{2,200}?)(?:配合|参与|按职责分工负责))?$/.exec(part)
  return led === null ? undefined : { lead: namesOf(led[1] ?? ''), partners: namesOf(led[2] ?? '') }
}

function inBracket(words: string): NamedUnits {
  const lead: string[] = []
  const partners: string[] = []
  for (const part of words.split(/[;；]/).map((p) => p.trim())) {
    const named = part.replace(LEAD, '')
    const helping = part.replace(PARTNER, '')
    if (helping !== part) partners.push(...namesOf(helping))
    else if (named !== part) lead.push(...namesOf(named))
    else {
      const found = suffixed(part)
      if (found === undefined) continue
      lead.push(...found.lead)
      partners.push(...found.partners)
    }
  }
  // 责任单位 alone: the first listed is the lead (domain.md 1.1)
  return lead.length > 0 ? { lead, partners } : { lead: partners.slice(0, 1), partners: partners.slice(1) }
}

/**
 * Units in brackets of a passage. The last bracket that names any counts, since notices put it behind the sentence.
 *
 * @param words a sentence
 * @returns empty lists when no bracket names a unit
 */
export function namedUnits(words: string): NamedUnits {
  let found = NONE
  for (const bracket of words.matchAll(BRACKET)) {
    const units = inBracket(bracket[1] ?? '')
    if (units.lead.length > 0) found = units
  }
  return found
}
