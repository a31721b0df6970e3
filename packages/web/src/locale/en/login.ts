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
  firstNone: 'There is no data yet: no district has been founded, so nobody can sign in. Two ways to begin:',
  firstFound: '1. Found your own district',
  firstFoundHow: 'On the machine that runs this:',
  firstStop: 'stop the program with Ctrl+C;',
  firstRun: 'run this command with words of your own:',
  firstFoundCommand: 'jiannuo org found qu1 某某区 admin 张三',
  firstFoundParts:
    'Id and name of the district, id and name of its administrator. Ids are small letters, digits and hyphens.',
  firstAgain: 'start again. The window tells the account of the administrator and its initial password:',
  firstDemo: '2. Look around in the invented district',
  firstDemoHow:
    'Stop the program and start it on an empty data folder. People, units and numbers are invented and marked so on every page; keep them apart from real data.',
  firstDemoCommand: 'jiannuo serve --demo --data trial',
  firstNote: 'From the sources, write npx jiannuo. With data elsewhere, add --data FOLDER to each command.',
  need: 'Please fill in',
}
