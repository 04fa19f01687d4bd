import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { RosterEntry } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { oneOf, write } from '../../lib/search-params'
import { useLanguage } from '../../lib/use-language'
import { ActionLink, Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Tabs } from '../../ui/tabs'
import { useToast } from '../../ui/toast'
import styles from './federation.module.css'
import { FreeGroups } from './free-groups'
import { Release } from './invitations'
import { useConfirmation } from './mutations'
import { PagedRows } from './paged-rows'
import { ofRegion } from './queries'
import { Refuse } from './refuse'
import { Refused } from './refused'
import { Steps } from './steps'

const TABS = ['waiting', 'invited', 'standing', 'free'] as const
const STREET_DIGITS = 9

/** The street's side: what waits for its confirmation, what is still under way, and groups in no federation. */
export function ConfirmationsPage({ region }: { region: { code: string; name: string } }) {
  const { t } = useTranslation('federation')
  const [params, setParams] = useSearchParams()
  const tabs = TABS.filter((key) => key !== 'free' || region.code.length === STREET_DIGITS)
  const open = oneOf(params, 'tab', tabs) ?? 'waiting'
  const panel = {
    waiting: <Waiting state="ACCEPTED" region={region.code} />,
    invited: <Waiting state="INVITED" region={region.code} />,
    standing: <Waiting state="CONFIRMED" region={region.code} />,
    free: <FreeGroups street={region.code} />,
  }
  return (
    <Page title={t('street.title')}>
      <header className={styles.head}>
        <p>{region.name}</p>
        <h1>{t('street.title')}</h1>
        <p className={styles.lead}>
          {t('street.lead')} <Link to={paths.newFederation({})}>{t('register.link')}</Link>
        </p>
      </header>
      <Tabs
        tabs={tabs.map((key) => ({ key, label: t(`street.${key}`), panel: panel[key] }))}
        open={open}
        onOpen={(key) => setParams(write({ tab: key === 'waiting' ? null : key }), { replace: true })}
        label={t('street.tabs')}
      />
    </Page>
  )
}

function Waiting({ state, region }: { state: 'ACCEPTED' | 'INVITED' | 'CONFIRMED'; region: string }) {
  const { t } = useTranslation('federation')
  const query = useInfiniteQuery({ ...ofRegion([state]), throwOnError: true })
  return (
    <PagedRows
      query={query}
      empty={<EmptyState title={t(`street.none.${state}`)}>{t('street.noneDo')}</EmptyState>}
      row={(entry) => <Entry key={entry.id} entry={entry} region={region} />}
    />
  )
}

function Entry({ entry, region }: { entry: RosterEntry; region: string }) {
  const { t } = useTranslation('federation')
  const language = useLanguage()
  const joining = entry.street.code.startsWith(region)
  return (
    <li className={styles.row} data-row>
      <article>
        <h2 className={styles.name}>
          <Link to={paths.organization(entry.member.id)}>{entry.member.name}</Link>
        </h2>
        <p className={styles.plain}>
          {t(entry.state === 'CONFIRMED' ? 'street.stands' : 'street.joins', {
            federation: entry.federation.name,
            day: date(entry.from, language),
          })}
        </p>
        {entry.member.kind === 'FILED_GROUP' && entry.member.standing !== 'ACTIVE' && (
          <p className={styles.warn}>{t('free.notFiled')}</p>
        )}
        {entry.transfer !== null && (
          <p className={styles.plain}>
            {t('transfer.from', { federation: entry.transfer.federation.name })}{' '}
            {t(entry.transfer.releasedAt === null ? 'transfer.notReleased' : 'transfer.released')}
          </p>
        )}
        {entry.state !== 'CONFIRMED' && <Steps entry={entry} />}
      </article>
      {joining && entry.state === 'ACCEPTED' && <Decide entry={entry} />}
      {entry.state === 'CONFIRMED' && entry.member.kind === 'FILED_GROUP' && (
        <ActionLink weight="ghost" to={paths.agreements(entry.id)}>
          {t('agreement.link')}
        </ActionLink>
      )}
      {!joining && entry.state !== 'CONFIRMED' && <Release entry={entry} />}
    </li>
  )
}

function Decide({ entry }: { entry: RosterEntry }) {
  const { t } = useTranslation('federation')
  const say = useToast()
  const confirm = useConfirmation()
  return (
    <div className={styles.decide}>
      <Refused failure={confirm.error} />
      <Button
        busy={confirm.isPending}
        aria-label={t('street.confirmOf', { name: entry.member.name })}
        onClick={() => confirm.mutate(entry, { onSuccess: () => say({ text: t('street.confirmed') }) })}
      >
        {t('street.confirm')}
      </Button>
      <Refuse
        entry={entry}
        act={t('street.return')}
        title={t('street.returnTitle', { name: entry.member.name })}
        done={t('street.returned')}
      />
    </div>
  )
}
