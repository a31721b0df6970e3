import type { FormField } from '@jiannuo/contract'
import { Button, Form, Input, InputNumber, Radio, Select, Switch } from 'antd'
import { useRead } from '../api/queries.ts'
import { useWords } from '../app/session.tsx'
import { FileField } from './FileField.tsx'
import { RecordSelect } from './RecordSelect.tsx'

const DAY = /^\d{4}-\d{2}-\d{2}$/

function UnitSelect({
  many,
  label,
  ...rest
}: {
  readonly many: boolean
  readonly label?: string
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}) {
  const found = useRead('organisation', {})
  const options = (found.data?.units ?? [])
    .filter(({ closed, kind }) => !closed && kind !== 'district')
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Select
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label, placeholder: label })}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      options={options}
      {...(many ? { mode: 'multiple' as const } : {})}
    />
  )
}

/** The input of one cell of a small table. */
function cell({ type, title, choices }: NonNullable<FormField['columns']>[number]) {
  const named = { placeholder: title, 'aria-label': title }
  if (type === 'number' || type === 'money') return <InputNumber {...named} style={{ width: '100%' }} />
  if (type === 'date') return <Input type="date" {...named} />
  if (type === 'boolean') return <Switch aria-label={title} />
  if (type === 'unit') return <UnitSelect many={false} label={title} />
  if (choices === undefined) return <Input {...named} />
  return <Select {...named} allowClear options={choices.map((one) => ({ value: one.value, label: one.title }))} />
}

function Rows({ field }: { readonly field: FormField }) {
  const columns = field.columns ?? []
  return (
    <Form.List name={field.id}>
      {(rows, { add, remove }) => (
        <div className="table-wrap">
          {rows.map((row) => (
            <div key={row.key} style={{ display: 'flex', gap: 6, marginBottom: 6, flexWrap: 'wrap' }}>
              {columns
                .filter(({ type }) => type !== 'files')
                .map((column) => (
                  <Form.Item
                    key={column.id}
                    name={[row.name, column.id]}
                    rules={[{ required: column.required, message: column.title }]}
                    style={{ margin: 0, flex: '1 1 110px' }}
                  >
                    {cell(column)}
                  </Form.Item>
                ))}
              <Button onClick={() => remove(row.name)}>×</Button>
            </div>
          ))}
          <Button size="small" onClick={() => add()}>
            ＋
          </Button>
        </div>
      )}
    </Form.List>
  )
}

function YesNo({ label, ...rest }: { readonly label: string; readonly value?: boolean }) {
  const words = useWords().common
  const options = [
    { value: true, label: words.yes },
    { value: false, label: words.no },
  ]
  return <Radio.Group {...rest} aria-label={label} options={options} />
}

function inner(field: FormField) {
  switch (field.type) {
    case 'number':
    case 'money':
      return (
        <InputNumber
          style={{ width: '100%' }}
          {...(field.min === undefined ? {} : { min: field.min })}
          {...(field.max === undefined ? {} : { max: field.max })}
          {...(field.unit === undefined ? {} : { suffix: field.unit })}
        />
      )
    case 'choice':
    case 'choices':
    case 'person':
      return (
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={(field.choices ?? []).map(({ value, title }) => ({ value, label: title }))}
          {...(field.type === 'choices' ? { mode: 'multiple' as const } : {})}
        />
      )
    case 'boolean':
      // A switch that was not touched looks like a no: what must be answered is asked.
      return field.required ? <YesNo label={field.title} /> : <Switch />
    case 'longText':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={field.maxLength ?? 4000} />
    case 'date':
      return <Input type="date" />
    case 'instant':
      return <Input type="datetime-local" />
    case 'files':
      return <FileField />
    case 'record':
      return <RecordSelect />
    case 'unit':
    case 'units':
      return <UnitSelect many={field.type === 'units'} />
    default:
      return <Input maxLength={field.maxLength ?? 400} />
  }
}

/** The input of one field of a form that a definition describes. */
export function FieldInput({ field }: { readonly field: FormField }) {
  const rules = [
    { required: field.required, message: field.title },
    ...(field.type === 'date' ? [{ pattern: DAY, message: field.title }] : []),
    ...(field.pattern === undefined
      ? []
      : [{ pattern: new RegExp(`^(?:${field.pattern.regex})$`, 'u'), message: field.pattern.says }]),
  ]
  if (field.type === 'rows')
    return (
      <Form.Item label={field.title} extra={field.help} required={field.required}>
        <Rows field={field} />
      </Form.Item>
    )
  return (
    <Form.Item
      name={field.id}
      label={field.title}
      extra={field.help}
      rules={rules}
      {...(field.type === 'boolean' && !field.required ? { valuePropName: 'checked' } : {})}
    >
      {inner(field)}
    </Form.Item>
  )
}
