#!/usr/bin/env node
// Size limits of the house: a source file has at most 500 lines and 350 at the 95th percentile; a function has at most 80 lines
// and 50 at the 95th percentile. Functions are measured on formatted code: from a line that opens one to the line that closes its indentation.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (name === 'dist' || name === 'node_modules') return []
    if (statSync(path).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : []
  })

const OPENS =
  /^(\s*)(?:export )?(?:async )?(?:function\s|const \w+ = (?:async )?(?:<[^>]*>)?\([^)]*\)[^=]*=> \{$|(?:static |async |readonly )*[#\w]+\([^)]*\)[^;]*\{$)/

function functionSizes(lines) {
  const sizes = []
  for (let i = 0; i < lines.length; i++) {
    const open = OPENS.exec(lines[i])
    if (open === null || !lines[i].trimEnd().endsWith('{') || /^\s*(?:if|for|while|switch|catch)\b/.test(lines[i]))
      continue
    const close = lines.findIndex((line, k) => k > i && line.startsWith(`${open[1]}}`))
    if (close > i) sizes.push({ line: i + 1, size: close - i + 1 })
  }
  return sizes
}

const p95 = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0
const files = readdirSync(join(root, 'packages')).flatMap((name) => sources(join(root, 'packages', name, 'src')))
const measured = files.map((path) => {
  const lines = readFileSync(path, 'utf8').split('\n')
  return { path: relative(root, path), lines: lines.length, functions: functionSizes(lines) }
})
const faults = []
for (const file of measured) {
  if (file.lines > 500) faults.push(`${file.path}: ${file.lines} lines, at most 500`)
  for (const f of file.functions)
    if (f.size > 80) faults.push(`${file.path}:${f.line}: a function of ${f.size} lines, at most 80`)
}
const fileP95 = p95(measured.map((f) => f.lines))
const functionP95 = p95(measured.flatMap((f) => f.functions.map((g) => g.size)))
if (fileP95 > 350) faults.push(`95th percentile of file sizes is ${fileP95}, at most 350`)
if (functionP95 > 50) faults.push(`95th percentile of function sizes is ${functionP95}, at most 50`)
for (const fault of faults) console.error(fault)
console.log(
  `sizes: ${measured.length} files, p95 ${fileP95} lines; functions p95 ${functionP95} lines; ${faults.length} faults`,
)
process.exit(faults.length > 0 ? 1 : 0)
