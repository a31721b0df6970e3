import type { Words } from '../words.ts'

/** Words that every page shares. */
export const common: Words['common'] = {
  retry: 'Try again',
  loading: 'Reading…',
  failed: 'Nothing could be read',
  empty: 'Nothing here',
  forbidden: 'Your post does not see what is here',
  save: 'Save',
  cancel: 'Cancel',
  confirm: 'OK',
  close: 'Close',
  back: 'Back',
  remove: 'Remove this row',
  all: 'All',
  more: 'Show more',
  none: '—',
  code: (code) => ` (${code})`,
  total: (count) => `${count} in all`,
  open: 'Open',
  download: 'Download',
  upload: 'Choose a file',
  done: 'Done',
  days: (days) => (days < 0 ? `${-days} days overdue` : days === 0 ? 'due today' : `${days} days left`),
  points: (gap) => (gap < 0 ? `${-gap} points behind` : `${gap} points ahead`),
  percent: (share) => `${Math.round(share * 1000) / 10}%`,
}
