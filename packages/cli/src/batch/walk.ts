import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@jiannuo/kernel'
import { cliProblem } from '../cli-problem.ts'
import { accessProblem, STANDARD_INPUT } from '../read/load.ts'

/** Files that can be read. */
const READABLE = new Set(['txt', 'html', 'htm', 'shtml', 'xhtml', 'docx', 'pdf'])
/** Documents that cannot be read; they are tried, so that their refusal says what to do. */
const REFUSED = new Set(['doc', 'wps', 'wpt', 'rtf', 'ofd', 'xls', 'xlsx', 'et', 'ppt', 'pptx', 'odt', 'mht', 'mhtml'])

/** The files to read, in order, and what of the given paths led nowhere. */
export interface Walk {
  readonly files: readonly string[]
  readonly problems: readonly { readonly path: string; readonly problem: Problem }[]
  /** Files in folders that are no documents: lists, data, programs. */
  readonly skipped: number
}

/** Whether a path is a folder; what cannot be looked at is none. */
export function isFolder(path: string): boolean {
  if (path === STANDARD_INPUT) return false
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/**
 * Lists the documents behind the given paths. A file is taken as it is given; a folder gives its documents and those of
 * its folders, in the order of their names. A missing file stays in the list: reading it says what is wrong.
 */
export function findDocuments(paths: readonly string[]): Walk {
  const files: string[] = []
  const problems: Walk['problems'][number][] = []
  const state: State = { files, problems, seen: new Set(), skipped: 0 }
  for (const path of paths) {
    if (!isFolder(path)) {
      files.push(path)
      continue
    }
    const before = files.length + problems.length
    walkFolder(path, state)
    if (files.length + problems.length === before) {
      problems.push({ path, problem: cliProblem('cli/empty-folder', { name: path }) })
    }
  }
  return { files, problems, skipped: state.skipped }
}

interface State {
  readonly files: string[]
  readonly problems: Walk['problems'][number][]
  /** Real paths of folders, so that a link to a folder above is not followed round and round. */
  readonly seen: Set<string>
  skipped: number
}

function walkFolder(folder: string, state: State): void {
  let entries: Dirent[]
  try {
    const real = realpathSync(folder)
    if (state.seen.has(real)) return
    state.seen.add(real)
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    state.problems.push({ path: folder, problem: accessProblem(folder, error) })
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  for (const entry of entries) {
    // Hidden files, and the lock files that Word leaves beside an open document.
    if (/^(?:\.|~\$)/.test(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path))) walkFolder(path, state)
    else if (isDocument(entry.name)) state.files.push(path)
    else state.skipped++
  }
}

function isDocument(name: string): boolean {
  const extension = /\.([^.]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return READABLE.has(extension) || REFUSED.has(extension)
}
