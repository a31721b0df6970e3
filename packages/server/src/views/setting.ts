import type { SettingView as Setting } from '@jiannuo/app'
import type { SettingForm, SettingView } from '@jiannuo/contract'
import { given } from './given.ts'

/** A setting with the machine that it belongs to. */
export function settingView(machine: string, machineTitle: string, one: Setting): SettingView {
  const { setting, title, type, source, value, usual, own, keptAt, from } = one
  return {
    machine,
    machineTitle,
    setting,
    title,
    type,
    source,
    value,
    usual,
    own,
    later: one.later.map((each) => ({ ...each })),
    ...given({ form: one.form === undefined ? undefined : formView(one.form), keptAt, from }),
  }
}

type Choices = NonNullable<Setting['form']>['levels'][number]['choices']

const choicesView = (choices: Choices) => choices.map(({ code, title }) => ({ value: code, title }))

const formView = ({ levels, columns }: NonNullable<Setting['form']>): SettingForm => ({
  levels: levels.map(({ title, choices }) => ({ title, choices: choicesView(choices) })),
  columns: columns.map((column) => ({ ...column, choices: choicesView(column.choices) })),
})
