import { Button } from 'antd'
import { useRead } from '../../api/queries.ts'
import { useLanguage } from '../../app/language.tsx'
import { useMe, useWords } from '../../app/session.tsx'
import { Card, Page, Read } from '../../parts/Page.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { Sessions } from './Sessions.tsx'
import { TwoFactor } from './TwoFactor.tsx'

/** One's own account: posts, password, second factor, where one is signed in. */
export function Account() {
  const words = useWords().account
  const found = useRead('ownAccount', {})
  return (
    <Page title={words.title}>
      <div className="grid-2">
        <div>
          <Who />
          <ChangePassword />
        </div>
        <Read from={found}>
          {(own) => (
            <div>
              <TwoFactor on={own.twoFactor} />
              <Sessions own={own} />
            </div>
          )}
        </Read>
      </div>
    </Page>
  )
}

/** The other language: on a phone the head has no room for it. */
function Speak() {
  const words = useWords()
  const speak = useLanguage()
  const other = words.menu.language === '中文' ? 'zh-CN' : 'en'
  return (
    <div className="bar-of-acts">
      <span>{words.account.language}</span>
      <Button size="small" lang={other} onClick={() => speak(other)}>
        {words.menu.language}
      </Button>
    </div>
  )
}

function Who() {
  const words = useWords().account
  const me = useMe()
  return (
    <Card title={words.who}>
      <dl className="facts">
        <div>
          <dt>{words.name}</dt>
          <dd>{me.name}</dd>
        </div>
        <div>
          <dt>{words.account}</dt>
          <dd>{me.account}</dd>
        </div>
      </dl>
      <h3 className="part">{words.posts}</h3>
      {me.posts.length === 0 ? <p className="dim">{words.noPosts}</p> : null}
      <ul className="posts">
        {me.posts.map(({ role, roleTitle, unit, unitName }) => (
          <li key={`${unit} ${role}`}>
            <span>
              {unitName}
              {'　'}
              {roleTitle}
            </span>
          </li>
        ))}
      </ul>
      <p className="small dim">{words.postsNote}</p>
      <Speak />
    </Card>
  )
}
