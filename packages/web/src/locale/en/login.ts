import type { Words } from '../words.ts'

/** Words of the sign-in page. */
export const login: Words['login'] = {
  title: 'Sign in',
  name: 'Account',
  password: 'Password',
  enter: 'Sign in',
  code: 'One-time code or backup code',
  confirm: 'OK',
  demo: 'The invented district of Lantai: choose someone to look around as',
  change: 'This is a first password: please set your own',
  next: 'New password',
  again: 'New password again',
  differ: 'The two are not the same',
  rule: 'At least 8 characters with three of upper case, lower case, digits, signs; or at least 15',
  need: 'Please fill in',
}
