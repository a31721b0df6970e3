#!/usr/bin/env node
// The same text in other clothes: LibreOffice turns TXT files into DOCX, PDF and a GB18030 page, each is read, and the statements
// are held against those of the TXT. Needs soffice; run by hand: node scripts/formats.mjs FILE.txt …
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readSource } from '../packages/files/dist/index.js'
import { read } from '../packages/reader/dist/index.js'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: node scripts/formats.mjs FILE.txt …')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'jiannuo-formats-'))

const convert = (from, to, ...filter) =>
  execFileSync(
    'soffice',
    [
      '--headless',
      '-env:UserInstallation=file://' + join(folder, 'profile'),
      ...filter,
      '--convert-to',
      to,
      '--outdir',
      folder,
      from,
    ],
    { stdio: 'ignore' },
  )

/** What makes a statement the same in two formats: everything but its place. */
const keyOf = (s) =>
  JSON.stringify([s.value, s.unit, s.comparator, s.kind, s.modality, s.year, s.indicator.replace(/\s/g, '')])

async function statements(path) {
  const source = await readSource(readFileSync(path), basename(path))
  if (!source.ok) throw new Error(`${basename(path)}: ${JSON.stringify(source.problems)}`)
  return read(source.value.text, { blocks: source.value.blocks, metadata: source.value.metadata }).statements.map(keyOf)
}

const same = (wanted, got) => {
  const left = new Map()
  for (const key of wanted) left.set(key, (left.get(key) ?? 0) + 1)
  let hits = 0
  for (const key of got) {
    const n = left.get(key) ?? 0
    if (n > 0) {
      hits++
      left.set(key, n - 1)
    }
  }
  return hits
}

try {
  for (const file of files) {
    const txt = join(folder, 'text.txt')
    copyFileSync(file, txt)
    convert(txt, 'docx:MS Word 2007 XML', '--infilter=Text (encoded):UTF8')
    convert(txt, 'pdf:writer_pdf_Export', '--infilter=Text (encoded):UTF8')
    convert(txt, 'html:HTML (StarWriter)', '--infilter=Text (encoded):UTF8')
    const page = join(folder, 'text.html')
    writeFileSync(page, readFileSync(page, 'utf8').replace(/charset=utf-8/i, 'charset=gb2312'))
    execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030', '-o', join(folder, 'gb.html'), page])
    const wanted = await statements(txt)
    for (const name of ['text.docx', 'text.pdf', 'gb.html']) {
      const got = await statements(join(folder, name))
      const hits = same(wanted, got)
      console.log(
        `${basename(file)}  ${name.padEnd(10)} ${got.length} statements, ${hits} of ${wanted.length} the same as in the TXT (${((2 * 100 * hits) / (wanted.length + got.length)).toFixed(2)} %)`,
      )
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
