/** Wording of the messages of documents, keyed by code. */
export const documentsWording = {
  'confirm-due': '文件的确认时限已到，还有条目没有决定，请尽快逐条确认',
} as const
