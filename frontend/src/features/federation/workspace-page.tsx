import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { paths } from '../../lib/paths'
import { oneOf, write } from '../../lib/search-params'
import { Page } from '../../ui/page'
import { Tabs } from '../../ui/tabs'
import { Ability } from './ability'
import styles from './federation.module.css'
import { FreeGroups } from './free-groups'
import { Invitations } from './invitations'
import { profileOf } from './queries'
import { Roster } from './roster'

const TABS = ['members', 'invitations', 'free', 'ability'] as const

/** The desk of a federation: who is in, who is asked, who is in none, and what they can do together. */
export function WorkspacePage({ federation }: { federation: { id: string; name: string } }) {
  const { t } = useTranslation('federation')
  const [params, setParams] = useSearchParams()
  const { data } = useSuspenseQuery(profileOf(federation.id))
  const open = oneOf(params, 'tab', TABS) ?? 'members'
  const panel = {
    members: <Roster federation={federation.id} />,
    invitations: <Invitations federation={federation.id} />,
    free: <FreeGroups federation={federation.id} street={data.region.code} />,
    ability: <Ability federation={federation.id} />,
  }
  return (
    <Page title={t('desk.title')}>
      <header className={styles.head}>
        <p>{data.region.name}</p>
        <h1>{federation.name}</h1>
        <p className={styles.lead}>
          {t('desk.lead')} <Link to={paths.federation(federation.id)}>{t('desk.public')}</Link>
        </p>
      </header>
      <Tabs
        tabs={TABS.map((key) => ({ key, label: t(`desk.${key}`), panel: panel[key] }))}
        open={open}
        onOpen={(key) => setParams(write({ tab: key === 'members' ? null : key }), { replace: true })}
        label={t('desk.tabs')}
      />
    </Page>
  )
}
