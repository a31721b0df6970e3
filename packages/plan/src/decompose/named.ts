import type { Statement } from '@jiannuo/reader'
import { type Dictionary, type Identity, identify, isKnown } from '../indicators/index.ts'
import type { NamedIndicator } from './types.ts'

/** The identity of a statement's indicator, with every hint that the statement gives. */
export const identityOf = (statement: Statement, dictionary: Dictionary): Identity =>
  identify(
    statement.indicator,
    { kind: statement.kind, unit: statement.unit, scope: statement.scope, action: statement.action },
    dictionary,
  )

/** Id, name and qualifiers of an identity. */
export const namedOf = ({ indicator, qualifiers }: Identity): NamedIndicator => ({
  id: indicator.id,
  name: indicator.name,
  qualifiers,
  known: isKnown(indicator),
})
