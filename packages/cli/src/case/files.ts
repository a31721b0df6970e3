import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Office, Session } from '@jiannuo/app'
import { granted, type Problem, refused, type Result } from '@jiannuo/kernel'
import { cliProblem } from '../cli-problem.ts'
import { codeOf } from '../output.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.txt': 'text/plain',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Keeps the files that `field=@path、@path` names, and puts the hashes of their content in their place. */
export async function uploadFiles(
  office: Office,
  session: Session,
  words: readonly string[],
): Promise<Result<readonly string[]>> {
  const given: string[] = []
  const problems: Problem[] = []
  for (const word of words) {
    const cut = word.indexOf('=') + 1
    if (word[cut] !== '@') {
      given.push(word)
      continue
    }
    const hashes: string[] = []
    for (const part of word.slice(cut).split(/[、,，]/)) {
      const path = part.trim().replace(/^@/, '')
      const bytes = await readFile(path).catch((error: unknown) => codeOf(error) || String(error))
      if (typeof bytes === 'string')
        problems.push(
          cliProblem(bytes === 'ENOENT' ? 'cli/not-found' : 'cli/unreadable', { name: path, reason: bytes }),
        )
      else {
        const type = MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'
        hashes.push((await office.store.files.put(session.scope, bytes, type)).hash)
      }
    }
    given.push(word.slice(0, cut) + hashes.join('、'))
  }
  return problems.length > 0 ? refused(...problems) : granted(given)
}
