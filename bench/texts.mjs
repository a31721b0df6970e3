// The texts that the benchmarks read: the corpus beside the project where it is there, else the project's own examples, repeated.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const corpus = join(root, '..', 'shared', 'corpus')

/** The texts and a word on where they come from. */
export function loadTexts() {
  if (existsSync(corpus)) {
    const texts = readdirSync(corpus)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(corpus, name), 'utf8'))
    return { texts, origin: `${texts.length} reports of ../shared/corpus`, folder: corpus }
  }
  const folder = join(root, 'examples')
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  return {
    texts: Array.from({ length: 20 }, () => own).flat(),
    origin: 'the examples, repeated (../shared/corpus is not there)',
    folder,
  }
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** Median milliseconds of a piece of work, after warm-up rounds. */
export function time(work, { rounds = 21, warm = 12 } = {}) {
  for (let i = 0; i < warm; i++) work()
  const spent = []
  for (let i = 0; i < rounds; i++) {
    const began = performance.now()
    work()
    spent.push(performance.now() - began)
  }
  return median(spent)
}

export const perSecond = (characters, ms) => characters / ms / 1000
