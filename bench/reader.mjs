// The reader against a peer and a floor, on the same text in the same run.
import { read } from '@jiannuo/reader'
import { loadTexts, median, perSecond, time } from './texts.mjs'

const { texts, origin } = loadTexts()
const characters = texts.reduce((n, t) => n + t.length, 0)
console.log(
  `text: ${origin}, ${characters} characters; figures are millions of characters a second on one core, median of rounds`,
)

let found = 0
const floorMs = time(() => {
  found = 0
  for (const text of texts) {
    const number = /\d+(?:\.\d+)?/g
    while (number.exec(text) !== null) found++
  }
})
const floor = perSecond(characters, floorMs)
console.log(`floor   bare number scan        ${floor.toFixed(1)}  (${found} numbers)`)

let statements = 0
const readerMs = time(() => {
  statements = 0
  for (const text of texts) statements += read(text).statements.length
})
const reader = perSecond(characters, readerMs)
console.log(`reader  whole reading           ${reader.toFixed(2)}  (${statements} statements)`)

const peer = await peerSpeed()
if (peer !== undefined)
  console.log(
    `peer    recognizers-text-suite  ${peer.speed.toFixed(4)}  (${peer.hits} hits in ${peer.characters} characters, fed by sentences)`,
  )
console.log(
  `ratio   reader / peer ${peer === undefined ? '-' : (reader / peer.speed).toFixed(0)}, reader / floor ${(reader / floor).toFixed(4)}`,
)

// 64 documents joined into one must cost no more a character than the documents one by one; both ways all that was read is held to the end
const many = Array.from({ length: 64 }, (_, i) => texts[i % texts.length])
const joined = many.join('\n')
const apart = []
const together = []
for (let round = 0; round < 12; round++) {
  apart.push(spent(() => many.map((text) => read(text))))
  together.push(spent(() => read(joined)))
}
console.log(
  `linear  64 joined / 64 apart    ${(median(together.slice(3)) / median(apart.slice(3))).toFixed(2)}  (at most 1.2)`,
)

function spent(work) {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** The peer's four models on the first part of the text, by sentences, its best case. Undefined when it is not installed. */
async function peerSpeed() {
  let suite
  try {
    suite = (await import('@microsoft/recognizers-text-suite')).default
  } catch {
    console.log('peer    not installed: npm --prefix bench ci')
    return undefined
  }
  const culture = suite.Culture.Chinese
  const sample = texts.join('\n').slice(0, 30000)
  const sentences = sample.split(/(?<=[。！？\n])/)
  const work = (list) => {
    let hits = 0
    for (const s of list) {
      hits += suite.recognizeNumber(s, culture).length + suite.recognizePercentage(s, culture).length
      hits += suite.recognizeCurrency(s, culture).length + suite.recognizeDimension(s, culture).length
    }
    return hits
  }
  work(sentences.slice(0, 60))
  const began = performance.now()
  const hits = work(sentences)
  return { speed: perSecond(sample.length, performance.now() - began), hits, characters: sample.length }
}
