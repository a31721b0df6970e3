import type { FormField } from '@jiannuo/contract'
import { Button, Form, Input, InputNumber, Select, Switch } from 'antd'
import { useRead } from '../api/queries.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

function UnitSelect({
  many,
  ...rest
}: {
  readonly many: boolean
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
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      options={options}
      {...(many ? { mode: 'multiple' as const } : {})}
    />
  )
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
                    {column.type === 'number' ? (
                      <InputNumber placeholder={column.title} aria-label={column.title} style={{ width: '100%' }} />
                    ) : (
                      <Input placeholder={column.title} aria-label={column.title} />
                    )}
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

function inner(field: FormField) {
  switch (field.type) {
    case 'number':
      return (
        <InputNumber
          style={{ width: '100%' }}
          {...(field.min === undefined ? {} : { min: field.min })}
          {...(field.max === undefined ? {} : { max: field.max })}
        />
      )
    case 'choice':
    case 'choices':
      return (
        <Select
          allowClear
          options={(field.choices ?? []).map(({ value, title }) => ({ value, label: title }))}
          {...(field.type === 'choices' ? { mode: 'multiple' as const } : {})}
        />
      )
    case 'boolean':
      return <Switch />
    case 'longText':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={field.maxLength ?? 4000} />
    case 'date':
      return <Input type="date" />
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
      {...(field.type === 'boolean' ? { valuePropName: 'checked' } : {})}
    >
      {inner(field)}
    </Form.Item>
  )
}
