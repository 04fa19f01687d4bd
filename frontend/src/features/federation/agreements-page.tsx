import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { paths } from '../../lib/paths'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { AgreementForm } from './agreement-form'
import { AgreementSheet, type Side } from './agreement-sheet'
import styles from './federation.module.css'
import { agreements, membership } from './queries'

/** 承接协议: for what the federation answers in a group's stead; it proposes, the group's own contact agrees. */
export function AgreementsPage({ side }: { side: Side }) {
  const { t } = useTranslation('federation')
  const { id = '' } = useParams()
  const { data: entry } = useSuspenseQuery(membership(id))
  const { data } = useSuspenseQuery(agreements(id))
  const other = side === 'federation' ? entry.member.name : entry.federation.name
  return (
    <Page title={t('agreement.title')} narrow>
      <p>
        <Link to={paths.memberships}>{t(`agreement.back.${side}`)}</Link>
      </p>
      <header className={styles.head}>
        <p>{side === 'street' ? `${entry.federation.name} · ${entry.member.name}` : other}</p>
        <h1>{t('agreement.title')}</h1>
        <p className={styles.lead}>{t(`agreement.lead.${side}`, { other })}</p>
      </header>
      {data.items.length === 0 && <EmptyState title={t('agreement.none')}>{t(`agreement.noneDo.${side}`)}</EmptyState>}
      {data.items.map((agreement) => (
        <AgreementSheet key={agreement.id} agreement={agreement} membership={id} side={side} />
      ))}
      {side === 'federation' && entry.state === 'CONFIRMED' && <AgreementForm entry={entry} />}
    </Page>
  )
}
