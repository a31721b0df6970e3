import { explainRefusal, type Office, performMany, type Session } from '@jiannuo/app'
import type { Answer } from '@jiannuo/contract'
import type { Result } from '@jiannuo/kernel'
import type { Input } from '../http/handler.ts'

type Body = Input<'bulk'>['body']

/** One action on many commitments; each stands for itself, so that one refusal does not undo the others. */
export async function bulk(office: Office, session: Session, body: Body): Promise<Result<Answer<'bulk'>>> {
  const ids = [...new Set(body.ids)]
  const at = office.now()
  const items = ids.map((record) => ({
    session,
    at,
    command: { machine: 'commitments', record, action: body.action, input: body.input, key: `${body.key}:${record}` },
  }))
  const outcomes = await performMany(office, session.district, items)
  const refused = outcomes.flatMap((outcome, index) => {
    const id = ids[index] ?? ''
    return outcome.ok ? [] : [{ id, title: '', message: explainRefusal(office, 'commitments', outcome.refusal) }]
  })
  const titles = new Map(
    (
      await office.store.records(
        session.scope,
        refused.map(({ id }) => id),
      )
    ).map(({ id, fields }) => [id, typeof fields['title'] === 'string' ? fields['title'] : '']),
  )
  return {
    ok: true,
    value: {
      done: ids.length - refused.length,
      refused: refused.map((one) => ({ ...one, title: titles.get(one.id) ?? '' })),
    },
  }
}
