import { Tabs } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { useMe, useWords } from '../../app/session.tsx'
import { Page } from '../../parts/Page.tsx'
import { IndicatorsPage, LogPage } from './AdminLists.tsx'
import { CalendarPage } from './calendar/Calendar.tsx'
import { OrganisationPage } from './organisation/Organisation.tsx'
import { RulesPage } from './Rules.tsx'
import { SettingsPage } from './settings/Settings.tsx'

/** Units and people, rules, calendar, indicators, settings, the log. */
export function Admin() {
  const words = useWords().admin
  const me = useMe()
  const navigate = useNavigate()
  const { '*': rest = '' } = useParams()
  const items = [
    { key: 'organisation', label: words.organisation, children: <OrganisationPage /> },
    { key: 'rules', label: words.rules, children: <RulesPage /> },
    { key: 'calendar', label: words.calendar, children: <CalendarPage /> },
    { key: 'indicators', label: words.indicators, children: <IndicatorsPage /> },
    { key: 'settings', label: words.settings, children: <SettingsPage /> },
    ...(me.may.readLog ? [{ key: 'log', label: words.log, children: <LogPage /> }] : []),
  ]
  return (
    <Page title={words.title}>
      <Tabs
        activeKey={rest === '' ? 'organisation' : rest}
        onChange={(key) => void navigate(`/admin/${key}`)}
        destroyOnHidden
        items={items}
      />
    </Page>
  )
}
