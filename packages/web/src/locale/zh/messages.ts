/** Words of the page of messages. */
export const messages = {
  title: '消息',
  head: (count: string): string => `消息 ${count}`,
  headNone: '消息',
  newNote: '这台电脑上次看过之后新来的',
  empty: '没有发给您岗位的消息',
  fresh: '新',
  gone: '这件记录您现在看不到',
  older: '更早的',
  newest: '回到最新的',
  note: '发给您任职单位和岗位的提醒，新的在前。点一条打开那件记录。',
}
