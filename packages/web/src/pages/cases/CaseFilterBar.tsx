import type { SystemSetup } from '@jiannuo/contract'
import { Button, Grid, Input, Popover, Segmented, Select, Space } from 'antd'
import { useState } from 'react'
import { useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import {
  type CaseFilters,
  facetIn,
  type FilterKey,
  saveCases,
  savedCases,
  withFacet,
  withFilters,
} from './case-filters.ts'

interface Props {
  readonly setup: SystemSetup
  readonly filters: CaseFilters
  /** How many stand in each state, where that is counted. */
  readonly counts: ReadonlyMap<string, number> | undefined
  readonly apply: (filters: Record<string, string>) => void
}

/** What narrows a list: who it is for, whether it is open, and everything that the definition lets it be narrowed by. */
export function CaseFilterBar(props: Props) {
  const { filters, apply } = props
  const words = useWords().cases
  const wide = Grid.useBreakpoint().md !== false
  const set = (key: FilterKey, value: string | undefined): void => apply(withFilters(filters, { [key]: value }))
  return (
    <div className="case-filters">
      <div className="filter-line">
        <Segmented
          aria-label={words.whose}
          value={filters.mine === 'true' ? 'mine' : 'all'}
          options={[
            { value: 'mine', label: words.mine },
            { value: 'all', label: words.all },
          ]}
          onChange={(one) =>
            apply(withFilters(filters, one === 'mine' ? { mine: 'true', show: undefined } : { mine: undefined }))
          }
        />
        <Input.Search
          key={filters.q ?? ''}
          aria-label={words.words}
          allowClear
          placeholder={words.words}
          defaultValue={filters.q ?? ''}
          style={{ width: 190 }}
          onSearch={(text) => set('q', text.trim())}
        />
        {wide ? <Narrowing {...props} set={set} /> : null}
        <Saved {...props} />
      </div>
      {wide ? null : (
        <details className="more-filters">
          <summary>{words.filters}</summary>
          <div className="filter-line">
            <Narrowing {...props} set={set} />
          </div>
        </details>
      )}
    </div>
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}

function Pick({
  label,
  value,
  options,
  width = 140,
  set,
}: {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly Choice[]
  readonly width?: number
  readonly set: (value: string | undefined) => void
}) {
  return (
    <Select
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={label}
      value={value ?? null}
      style={{ width }}
      popupMatchSelectWidth={false}
      options={[...options]}
      onChange={(one: string | null) => set(one ?? undefined)}
    />
  )
}

type NarrowingProps = Props & { readonly set: (key: FilterKey, value: string | undefined) => void }

function Narrowing({ setup, filters, counts, apply, set }: NarrowingProps) {
  const words = useWords().cases
  const states = setup.states
    .filter(({ final }) => filters.show === 'all' || final === (filters.show === 'closed'))
    .map(({ id, title }) => ({ value: id, label: counts?.has(id) ? `${title} ${counts.get(id)}` : title }))
  const shows = (['open', 'closed', 'all'] as const).map((value) => ({ value, label: words.shows[value] }))
  const dues = (['overdue', 'today', 'week'] as const).map((value) => ({ value, label: words.dues[value] }))
  const show = filters.show === 'closed' || filters.show === 'all' ? filters.show : 'open'
  return (
    <>
      {filters.mine === 'true' ? null : (
        <Segmented
          aria-label={words.show}
          value={show}
          options={shows}
          onChange={(one) =>
            apply(withFilters(filters, { show: one === 'open' ? undefined : one, state: undefined, due: undefined }))
          }
        />
      )}
      <Pick label={words.state} value={filters.state} options={states} set={(one) => set('state', one)} />
      {setup.hasClocks && show === 'open' ? (
        <Pick label={words.due} value={filters.due} options={dues} width={120} set={(one) => set('due', one)} />
      ) : null}
      {setup.categories.length === 0 ? null : (
        <Pick
          label={setup.categoryTitle}
          value={filters.category}
          options={setup.categories.map(({ value, title }) => ({ value, label: title }))}
          set={(one) => set('category', one)}
        />
      )}
      <Units filters={filters} set={set} />
      {setup.facets.map(({ id, title, values }) => (
        <Pick
          key={id}
          label={title}
          value={facetIn(filters, id)}
          options={values.map((one) => ({ value: one.value, label: one.title }))}
          set={(one) => set('facet', withFacet(filters, id, one))}
        />
      ))}
    </>
  )
}

function Units({ filters, set }: Pick<NarrowingProps, 'filters' | 'set'>) {
  const words = useWords().cases
  const units = useRead('organisation', {})
  const all = (units.data?.units ?? []).filter(({ closed, kind }) => !closed && kind !== 'district')
  const named = (kinds: readonly string[]): readonly Choice[] =>
    all.filter(({ kind }) => kinds.includes(kind)).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Pick
        label={words.lead}
        value={filters.lead}
        options={named(['department', 'street'])}
        set={(one) => set('lead', one)}
      />
      <Pick
        label={words.area}
        value={filters.area}
        options={named(['street', 'community', 'grid'])}
        set={(one) => set('area', one)}
      />
    </>
  )
}

function Saved({ setup, filters, apply }: Props) {
  const words = useWords().ledger
  const common = useWords().common
  const { account } = useMe()
  const [saved, setSaved] = useState(() => savedCases(account, setup.machine))
  const [name, setName] = useState('')
  const content = (
    <Space.Compact>
      <Input
        value={name}
        aria-label={words.viewName}
        placeholder={words.viewName}
        maxLength={30}
        onChange={({ target }) => setName(target.value)}
      />
      <Button
        disabled={name.trim() === ''}
        onClick={() => setSaved(saveCases(account, setup.machine, { name: name.trim(), filters }))}
      >
        {common.save}
      </Button>
    </Space.Compact>
  )
  return (
    <>
      {saved.length === 0 ? null : (
        <Pick
          label={words.views}
          value={undefined}
          options={saved.map((one) => ({ value: one.name, label: one.name }))}
          width={120}
          set={(wanted) => apply({ ...saved.find((one) => one.name === wanted)?.filters })}
        />
      )}
      <Popover trigger="click" content={content}>
        <Button type="text">{words.saveView}</Button>
      </Popover>
    </>
  )
}
