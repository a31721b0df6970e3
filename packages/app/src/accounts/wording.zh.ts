import type { Wording } from '@jiannuo/kernel'

/** What each refusal of accounts says to people. */
export const accountsWording = {
  'accounts/weak-secret': '账号密钥过短（{size}个字符），请配置不少于{least}个字符的随机密钥',
  'accounts/weak-hash': '口令散列强度低于下限（内存{memory}KiB、{passes}轮），请调高后再启动',
  'accounts/bad-base-url': '访问地址“{url}”不是完整网址，请以 http:// 或 https:// 开头填写',
  'accounts/environment': '环境变量{names}会改变登录组件的行为，请取消设置后再启动',
  'accounts/sign-in-refused': '账号或口令不正确，请核对后重试；连续输错会暂时锁定',
  'accounts/locked': '连续输错次数过多，账号已暂时锁定，请{minutes}分钟后再试，或联系管理员解锁',
  'accounts/code-refused': '验证码不正确或已用过，请等待新的验证码后重试',
  'accounts/challenge-over': '本次登录已超时，请重新输入账号和口令',
  'accounts/oidc-refused': '统一身份认证没有通过，请重试；仍不成功时请联系管理员核对账号',
  'accounts/no-session': '尚未登录或登录已失效，请重新登录',
  'accounts/session-over': '登录已超时，请重新登录',
  'accounts/must-change-password': '正在使用初始口令，请先修改口令',
  'accounts/totp-required': '本单位要求两种方式验证身份，请先绑定动态口令',
  'accounts/totp-enrolled': '已绑定动态口令；如需更换，请先关闭再重新绑定，手机丢失的请联系管理员解除',
  'accounts/wrong-password': '当前口令不正确，请重新输入',
  'accounts/password-too-weak': '口令强度不够：至少{long}位；或至少{short}位并含大写字母、小写字母、数字、符号中的三类',
  'accounts/password-too-long': '口令不能超过{limit}位',
  'accounts/password-holds-name': '口令中不能包含账号或姓名',
  'accounts/password-common': '口令过于常见或有规律，容易被猜中，请换一个',
  'accounts/password-unchanged': '新口令与当前口令相同，请换一个',
  'accounts/bad-name': '“{name}”不能作账号：请用3至32位小写字母、数字、点、下划线或短横，以字母或数字开头',
  'accounts/bad-label': '姓名不能为空，不能超过64个字，也不能含有控制字符，请核对',
  'accounts/name-taken': '账号“{name}”已被使用，请换一个',
  'accounts/unknown-account': '没有这个账号（{account}），请核对',
  'accounts/unknown-session': '没有这个登录记录，可能已经退出',
} as const satisfies Wording

/** Code of a refusal of accounts. */
export type AccountProblemCode = keyof typeof accountsWording
