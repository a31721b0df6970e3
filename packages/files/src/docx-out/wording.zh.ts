/** Words that the layout itself puts into a paper (GB/T 9704-2012, 7.3.4 and 7.5). */
export const paperWords = {
  attachments: '附件：',
  attachmentNumber: '{number}. ',
  colon: '：',
  dash: '—',
} as const
