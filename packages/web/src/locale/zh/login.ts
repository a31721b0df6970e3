/** Words of the sign-in page. */
export const login = {
  title: '登录',
  name: '账号',
  password: '口令',
  enter: '登录',
  code: '动态口令或备用码',
  confirm: '确认',
  demo: '虚构的兰台区，点一个人进去看看：',
  change: '这是初始口令，请先改成自己的',
  next: '新口令',
  again: '再输一次新口令',
  differ: '两次输入的不一样',
  rule: '至少8位，含大写字母、小写字母、数字、符号中的三类；或至少15位',
  need: '请填写',
}
