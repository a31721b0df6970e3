import type { FeedChoices, FeedPreview } from '@jiannuo/contract'
import { App, Input, Modal, Radio, Select, Switch } from 'antd'
import { useState } from 'react'
import { freshKey } from '../../api/client.ts'
import { useChange, useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Empty, Failed, Read } from '../../parts/Page.tsx'
import { chosenOf, type Narrowed, queryOf } from './feed-query.ts'

type Choice = FeedChoices['choices'][number]

interface Props {
  readonly id: string
  readonly close: () => void
}

/** The choice of a measure: all of them with reasons, what one is narrowed to, what it gives; the action `feed` sets it. */
export function FeedDialog({ id, close }: Props) {
  const words = useWords()
  const { message } = App.useApp()
  const found = useRead('feedChoices', { params: { id } })
  const [chosen, setChosen] = useState<Narrowed>({})
  const [key, setKey] = useState(freshKey)
  const query = queryOf(chosen)
  const preview = useRead('previewFeed', { params: { id }, query: query ?? { measure: '-' } }, query !== undefined)
  const act = useChange('act')
  const ready = query === undefined || preview.isPlaceholderData ? undefined : preview.data
  const send = async (address: string): Promise<void> => {
    const done = await act.mutateAsync({ params: { id, action: 'feed' }, body: { input: { measure: address }, key } })
    void message.success(`${words.feed.title}：${words.common.done}，${done.stateTitle}`)
    close()
  }
  // Another choice is another command.
  const choose = (change: Narrowed): void => {
    setChosen(chosenOf(chosen, change))
    setKey(freshKey())
  }
  return (
    <Modal
      open
      width={760}
      title={words.feed.set}
      okText={words.feed.confirm}
      cancelText={words.common.cancel}
      okButtonProps={{ disabled: ready === undefined }}
      confirmLoading={act.isPending}
      onCancel={close}
      onOk={() => void (ready === undefined ? undefined : send(ready.address).catch(() => undefined))}
    >
      <Read from={found}>
        {(choices) => (
          <>
            <Measures choices={choices} chosen={chosen} choose={choose} />
            <Narrowing choices={choices} chosen={chosen} choose={choose} />
          </>
        )}
      </Read>
      {query === undefined ? (
        <Empty>{words.feed.choose}</Empty>
      ) : (
        <Read from={preview}>{(one) => <Preview one={one} />}</Read>
      )}
      {act.error === null ? null : <Failed error={act.error} />}
    </Modal>
  )
}

interface ChoosingProps {
  readonly choices: FeedChoices
  readonly chosen: Narrowed
  readonly choose: (change: Narrowed) => void
}

function Measures({ choices, chosen, choose }: ChoosingProps) {
  const words = useWords().feed
  const fitting = choices.choices.filter(({ fits }) => fits)
  const unfit = choices.choices.filter(({ fits }) => !fits)
  return (
    <>
      <p className="dim small">{words.held(choices.words.join('、'))}</p>
      <h3>{words.fitting(fitting.length)}</h3>
      <Radio.Group
        aria-label={words.measure}
        {...(chosen.measure === undefined ? {} : { value: chosen.measure })}
        onChange={({ target }) => choose({ measure: String(target.value) })}
        style={{ display: 'block', maxHeight: 260, overflowY: 'auto' }}
      >
        {fitting.map((one) => (
          <Radio key={one.id} value={one.id} style={{ display: 'flex', padding: '4px 0' }}>
            <MeasureWords one={one} />
          </Radio>
        ))}
      </Radio.Group>
      <details>
        <summary className="dim small">{words.unfit(unfit.length)}</summary>
        <ul className="small dim" style={{ maxHeight: 220, overflowY: 'auto' }}>
          {unfit.map((one) => (
            <li key={one.id}>
              <MeasureWords one={one} />
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

const MeasureWords = ({ one }: { readonly one: Choice }) => (
  <>
    <span>
      {one.machineTitle} · {one.title}（{one.unit}）
    </span>
    <div className="small dim">{one.reasons.join('；')}</div>
    <div className="small dim">{one.says}</div>
  </>
)

function Narrowing({ choices, chosen, choose }: ChoosingProps) {
  const words = useWords().feed
  const units = useRead('organisation', {})
  const one = choices.choices.find(({ id }) => id === chosen.measure)
  if (one === undefined) return null
  const options = (units.data?.units ?? [])
    .filter(({ kind, closed }) => kind !== 'district' && !closed)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', margin: '10px 0' }}>
      <Select
        mode="multiple"
        aria-label={words.units}
        placeholder={words.units}
        style={{ flex: '1 1 260px' }}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={[...(chosen.units ?? [])]}
        onChange={(ids) => choose({ units: ids })}
      />
      {one.categories.length === 0 ? null : (
        <Select
          allowClear
          aria-label={words.category}
          placeholder={words.category}
          style={{ flex: '1 1 200px' }}
          showSearch={{ optionFilterProp: 'label' }}
          options={one.categories.map(({ id, name }) => ({ value: id, label: name }))}
          {...(chosen.category === undefined ? {} : { value: chosen.category })}
          onChange={(id?: string) => choose({ category: id ?? '' })}
        />
      )}
      {(['from', 'to'] as const).map((end) => (
        <Input
          key={end}
          type="month"
          aria-label={words[end]}
          style={{ width: 150 }}
          value={chosen[end] ?? choices[end]}
          onChange={({ target }) => choose({ [end]: target.value })}
        />
      ))}
      {one.excludes ? (
        // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control
        <label>
          <Switch size="small" checked={chosen.adjusted === true} onChange={(adjusted) => choose({ adjusted })} />{' '}
          {words.leaveOut}
        </label>
      ) : null}
    </div>
  )
}

function Preview({ one: { title, figure, months, address } }: { readonly one: FeedPreview }) {
  const words = useWords().feed
  return (
    <>
      <h3>{words.preview}</h3>
      <p>
        {title}：<span className="num">{figure.raw}</span>
        {figure.excluded === 0 ? null : (
          <span className="dim">
            {'　'}
            {words.adjusted} {figure.adjusted}
          </span>
        )}
      </p>
      {months.length === 0 ? (
        <Empty>{words.noMonths}</Empty>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              {[words.period, words.value, words.counts].map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ period, value, unit, numerator, denominator }) => (
              <tr key={period}>
                <td>{period}</td>
                <td className="num">
                  {Math.round(value * 100) / 100}
                  {unit}
                </td>
                <td className="num">{denominator === undefined ? '' : `${numerator ?? 0}/${denominator}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="hash">{address}</p>
    </>
  )
}
