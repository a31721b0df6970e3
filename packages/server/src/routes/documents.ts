import {
  decideProposals,
  type DecidedProposal,
  documentsOf,
  importDocument,
  openDocument,
  originalFile,
  previewDocument,
  proposalsOf,
} from '@jiannuo/app'
import { file, type Handlers, type Input } from '../http/handler.ts'
import { documentRow, originalOf, proposalView, readingParts } from '../views/documents.ts'
import { given } from '../views/given.ts'
import { problemBody } from '../views/problem.ts'

type DocumentNames = 'documents' | 'previewDocument' | 'importDocument' | 'document' | 'original' | 'decide'

const isOpen = ({ decision }: DecidedProposal): boolean => decision === undefined || decision.decision === 'reopened'

/** A query's yes or no; absent when nothing was said. */
const flag = (text: 'true' | 'false' | undefined): boolean | undefined =>
  text === undefined ? undefined : text === 'true'

/** A decision as the use case takes it: what was left out is absent. */
function decidingOf(body: Input<'decide'>['body']): Parameters<typeof decideProposals>[3] {
  if (body.decide === 'confirm') {
    const corrections = Object.entries(body.corrections ?? {}).map(([item, one]) => [item, given(one)] as const)
    return { decide: 'confirm', ...given({ items: body.items }), corrections: Object.fromEntries(corrections) }
  }
  if (body.decide === 'split')
    return { ...body, parts: body.parts.map(({ title, ...rest }) => ({ title, ...given(rest) })) }
  if (body.decide !== 'merge') return body
  const { correction, ...rest } = body
  return { ...rest, ...(correction === undefined ? {} : { correction: given(correction) }) }
}

/** Documents: taken in, looked at, decided. */
export const documentHandlers: Pick<Handlers, DocumentNames> = {
  documents: async ({ office, session }) => {
    const listed = await documentsOf(office, session)
    return { ok: true, value: { rows: listed.map(({ state, open }) => documentRow(office, state, open)) } }
  },
  previewDocument: async ({ office, session, upload }, { query }) => {
    const bytes = await upload()
    if (!bytes.ok) return bytes
    const { name } = query
    const seen = await previewDocument(office, session, {
      bytes: bytes.value,
      name,
      ...given({ own: flag(query.own) }),
    })
    if (!seen.ok) return seen
    const view = await office.districts.view(session.district)
    const { reading, text, items, problems } = seen.value
    return {
      ok: true,
      value: {
        ...readingParts(reading, text),
        fileName: name,
        proposals: items.map((one) => proposalView(view, one)),
        problems: problems.map(problemBody),
      },
    }
  },
  importDocument: async ({ office, session, upload }, { query }) => {
    const bytes = await upload()
    if (!bytes.ok) return bytes
    const given_ = given({ own: flag(query.own) })
    const done = await importDocument(office, session, { bytes: bytes.value, name: query.name, ...given_ })
    if (!done.ok) return done
    const { record, repeated, problems } = done.value
    const known = await proposalsOf(office, session, record)
    if (!known.ok) return known
    const { document, items } = known.value
    const row = documentRow(office, document.state, items.filter(isOpen).length)
    return { ok: true, value: { row, repeated, problems: problems.map(problemBody) } }
  },
  document: async ({ office, session }, { params }) => {
    const known = await proposalsOf(office, session, params.id)
    if (!known.ok) return known
    const { document, items } = known.value
    const view = await office.districts.view(session.district)
    return {
      ok: true,
      value: {
        row: documentRow(office, document.state, items.filter(isOpen).length),
        ...originalOf(document.state),
        ...readingParts(document.reading, document.text),
        proposals: items.map((one) => proposalView(view, one)),
        problems: document.reading.problems.map(problemBody),
      },
    }
  },
  original: async ({ office, session }, { params }) => {
    const found = await originalFile(office, session, params.id)
    return found.ok ? file(found.value.bytes, found.value.mediaType, found.value.name) : found
  },
  decide: async ({ office, session }, { params, body }) => {
    const known = await openDocument(office, session, params.id)
    if (!known.ok) return known
    const done = await decideProposals(office, session, params.id, decidingOf(body))
    if (!done.ok) return done
    const { decided, open, commitments } = done.value
    return { ok: true, value: { decided, open, commitments: { ...commitments } } }
  },
}
