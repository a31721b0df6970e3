export { dictionaryIdentity } from './dictionary-identity.ts'
export { plainIdentity } from './identity.ts'
export { match } from './match.ts'
export { matchWording } from './wording.zh.ts'
export type {
  Evidence,
  IdentityHints,
  IndicatorIdentified,
  IndicatorIdentity,
  Matching,
  MatchOptions,
  Outcome,
  PromiseMatch,
  ReadDocument,
} from './types.ts'
