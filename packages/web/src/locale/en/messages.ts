import type { Words } from '../words.ts'

/** Words of the page of messages. */
export const messages: Words['messages'] = {
  title: 'Messages',
  head: (count) => `Messages ${count}`,
  headNone: 'Messages',
  newNote: 'New since you last looked on this machine',
  empty: 'No messages to your posts',
  fresh: 'new',
  gone: 'You cannot see this record now',
  older: 'Older',
  newest: 'Back to the newest',
  note: 'Reminders to your units and posts, the newest first. Each opens its record.',
}
