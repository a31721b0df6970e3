import { VERB_CLASSES } from './lexicon.zh.ts'

/** The row of verbs that an action belongs to; -1 when none does or there is no verb. */
export const verbClass = (action: string | undefined): number =>
  action === undefined ? -1 : VERB_CLASSES.findIndex((row) => row.some((verb) => action.includes(verb)))
