/** Words of the frame of every page. */
export const menu = {
  overview: '总览',
  documents: '文件',
  ledger: '台账',
  returns: '月调度',
  compare: '对比',
  admin: '管理',
  more: '更多',
  skip: '跳到正文',
  search: '搜任务、文件',
  dark: '深色',
  light: '浅色',
  signOut: '退出',
  year: (year: number): string => `${year}年`,
  nothingFound: '没有找到',
  language: 'English',
}
