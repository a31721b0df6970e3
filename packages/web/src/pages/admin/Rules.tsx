import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useChange, useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { LightTag } from '../../parts/LightTag.tsx'
import { Card, Failed, Read } from '../../parts/Page.tsx'

/** The rules by which lights are shown, in words, and what another published set would turn. */
export function RulesPage() {
  const words = useWords().admin
  const me = useMe()
  const found = useRead('lightRules', {})
  return (
    <Read from={found}>
      {({ current, presets }) => (
        <>
          <Card title={`${words.inForce}：${current.title}`} note={current.source}>
            <ul>
              {current.clauses.map((clause) => (
                <li key={clause}>{clause}</li>
              ))}
            </ul>
          </Card>
          {presets
            .filter(({ id }) => id !== current.id)
            .map((one) => (
              <Card key={one.id} title={one.title} note={one.source}>
                <details>
                  <summary className="dim">{one.clauses.length}</summary>
                  <ul>
                    {one.clauses.map((clause) => (
                      <li key={clause}>{clause}</li>
                    ))}
                  </ul>
                </details>
                {me.may.administer ? <Try preset={one.id} /> : null}
              </Card>
            ))}
        </>
      )}
    </Read>
  )
}

function Try({ preset }: { readonly preset: string }) {
  const words = useWords().admin
  const [asked, setAsked] = useState(false)
  const preview = useChange('previewLightRules')
  const take = useChange('setLightRules')
  const look = (): void => {
    setAsked(true)
    preview.mutate({ body: { preset } })
  }
  const error = preview.error ?? take.error
  return (
    <div style={{ marginTop: 8 }}>
      <Button size="small" loading={preview.isPending} onClick={look}>
        {words.preview}
      </Button>{' '}
      <Button size="small" disabled={!asked} loading={take.isPending} onClick={() => take.mutate({ body: { preset } })}>
        {words.take}
      </Button>
      {error === null ? null : <Failed error={error} />}
      {preview.data === undefined ? null : (
        <>
          <p>{words.changes(preview.data.judged, preview.data.changes.length)}</p>
          {preview.data.changes.slice(0, 50).map(({ id, title, from, to, why }) => (
            <div key={id}>
              <LightTag light={from} /> → <LightTag light={to} />
              {'　'}
              <Link to={`/ledger/${id}`}>{title}</Link>
              {'　'}
              <span className="small dim">{why}</span>
            </div>
          ))}
        </>
      )}
    </div>
  )
}
