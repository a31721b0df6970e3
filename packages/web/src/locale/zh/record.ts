/** Words of the page of any record. */
export const record = {
  title: '记录',
  content: '内容',
  lead: '主办单位',
  opened: '登记',
  closed: '办结',
  waits: '等待',
  masked: '个人信息，已隐去',
  requests: '申请',
}
