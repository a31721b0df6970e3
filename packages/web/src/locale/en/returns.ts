import type { Words } from '../words.ts'

/** Words of the monthly returns. */
export const returns: Words['returns'] = {
  title: 'Monthly returns',
  month: 'Month',
  due: (day) => `due by ${day}`,
  mine: 'To fill in',
  review: 'To review',
  counts: (owed, come, missing) => `${owed} owed, ${come} came, ${missing} missing`,
  fill: 'Fill in',
  mend: 'Complete and send again',
  look: 'Review',
  value: 'Reached so far',
  progress: 'How it goes',
  submit: 'Submit',
  approve: 'Approve',
  sendBack: 'Send back',
  reason: 'Why it is sent back',
  last: (period, value, unit) => `last (${period}) ${value}${unit}`,
  back: 'Sent back because',
  circular: 'Download the circular',
  nothing: 'Nothing to fill in this month',
  submitted: 'Submitted',
  states: {
    missing: 'Missing',
    draft: 'Draft',
    submitted: 'To review',
    sentBack: 'Sent back',
    approved: 'Approved',
  },
}
