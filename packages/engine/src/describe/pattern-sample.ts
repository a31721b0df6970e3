/**
 * Makes up a text for a regular expression of the simple kind that forms use: signs, classes, groups, alternatives, repeats. It
 * takes the first of every choice and the fewest repeats.
 *
 * @returns `undefined` when no text comes out that the expression matches whole (look-arounds, back references)
 */
export function samplePattern(regex: string): string | undefined {
  const reader: Reader = { text: regex, at: 0 }
  const sample = alternatives(reader)
  if (reader.at !== regex.length) return undefined
  return new RegExp(`^(?:${regex})$`, 'u').test(sample) ? sample : undefined
}

interface Reader {
  readonly text: string
  at: number
}

const peek = (reader: Reader): string => reader.text[reader.at] ?? ''

/** The first alternative; the others are read past. */
function alternatives(reader: Reader): string {
  const first = sequence(reader)
  while (peek(reader) === '|') {
    reader.at++
    sequence(reader)
  }
  return first
}

function sequence(reader: Reader): string {
  let sample = ''
  while (peek(reader) !== '' && peek(reader) !== '|' && peek(reader) !== ')') sample += repeated(reader)
  return sample
}

function repeated(reader: Reader): string {
  const one = atom(reader)
  const sign = peek(reader)
  const counted = /^\{(\d{1,4})(?:,\d{0,4})?\}/.exec(reader.text.slice(reader.at, reader.at + 12))
  const lazy = (): void => {
    if (peek(reader) === '?') reader.at++
  }
  if (sign === '*' || sign === '?' || sign === '+') {
    reader.at++
    lazy()
    return sign === '+' ? one : ''
  }
  if (counted === null) return one
  reader.at += counted[0].length
  lazy()
  return one.repeat(Number(counted[1]))
}

const CLASSES: Readonly<Record<string, string>> = { d: '0', w: 'a', s: ' ', D: 'a', W: '-', S: 'a' }

function atom(reader: Reader): string {
  const sign = peek(reader)
  reader.at++
  if (sign === '\\') return escaped(reader)
  if (sign === '[') return oneOfClass(reader)
  if (sign === '(') return group(reader)
  if (sign === '^' || sign === '$') return ''
  return sign === '.' ? '0' : sign
}

function escaped(reader: Reader): string {
  const code = /^u\{([0-9a-fA-F]{1,6})\}|^u([0-9a-fA-F]{4})/.exec(reader.text.slice(reader.at, reader.at + 10))
  if (code !== null) {
    reader.at += code[0].length
    return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '30', 16))
  }
  const property = /^p\{[^}]{1,40}\}/.exec(reader.text.slice(reader.at, reader.at + 44))
  if (property !== null) {
    reader.at += property[0].length
    return '\u4e00'
  }
  const sign = peek(reader)
  reader.at++
  return CLASSES[sign] ?? sign
}

const ORDINARY = ['0', 'a', 'A', '一', '-', ' ', '1', 'b', '_', '.']

/** The first sign that the class holds; of a negated class an ordinary sign that it does not exclude. */
function oneOfClass(reader: Reader): string {
  const begin = reader.at - 1
  if (peek(reader) === '^') reader.at++
  const first = reader.at
  while (reader.at < reader.text.length && (peek(reader) !== ']' || reader.at === first))
    reader.at += peek(reader) === '\\' ? 2 : 1
  reader.at++
  const source = reader.text.slice(begin, reader.at)
  const whole = new RegExp(`^${source}$`, 'u')
  const [sign = ''] = source.slice(1)
  return [sign, ...ORDINARY].find((each) => whole.test(each)) ?? sign
}

function group(reader: Reader): string {
  const kind = /^\?(?::|<\w{1,40}>)/.exec(reader.text.slice(reader.at, reader.at + 44))
  if (kind !== null) reader.at += kind[0].length
  const inside = alternatives(reader)
  reader.at++
  return inside
}
