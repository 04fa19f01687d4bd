import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ConsortiumAgreement } from '../../../api/types'
import { paths } from '../../../lib/paths'
import { listed } from '../../../lib/punctuation'
import { Banner } from '../../../ui/banner'
import { ActionLink } from '../../../ui/button'
import { Deadline } from '../../../ui/deadline'
import { Page } from '../../../ui/page'
import { isSignedBy, isSignedByAll, isUnsigned } from './agreement-draft'
import { AgreementText } from './agreement-text'
import { Answering } from './answering'
import styles from './consortium.module.css'
import { Deleting } from './deleting'
import { DraftForm } from './draft-form'
import { consortiumOf } from './queries'

interface ConsortiumPageProps {
  lot: string
  organization: { id: string; name: string }
  account: string
}

/** A text of before is folded away when there is one that is asked now; one seat holds the signatures under both. */
function Dated({
  agreement,
  replaced,
  children,
}: {
  agreement: ConsortiumAgreement
  replaced: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('consortium')
  if (agreement.version > 0) return children
  return (
    <details className={styles.folded} open={!replaced}>
      <summary>{t('text.earlierOf', { name: agreement.lead.name })}</summary>
      {children}
    </details>
  )
}

/** 联合体协议: what others ask the body to sign, and what it leads itself. */
export function ConsortiumPage({ lot, organization, account }: ConsortiumPageProps) {
  const { t } = useTranslation('consortium')
  const { data } = useSuspenseQuery(consortiumOf(lot))
  const own = data.agreements.filter(({ lead }) => lead.id === organization.id)
  const asked = data.agreements.filter(({ lead }) => lead.id !== organization.id)
  const current = own.find(({ version }) => version > 0)
  const led = data.signedWith !== null && data.signedWith !== organization.id
  return (
    <Page title={t('title')} narrow>
      <p className="no-print">
        <Link to={paths.giveBid(lot)}>{t('back')}</Link>
      </p>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <p>
          <Link to={paths.notice(data.noticeId)}>{data.lotTitle}</Link>
        </p>
        <p className={styles.until}>
          {t('until')} <Deadline at={data.deadline} full />
        </p>
        <p className={`${styles.quiet} no-print`}>{t('lead')}</p>
      </header>
      {!data.accepted && <Banner tone="amber">{t('notAccepted')}</Banner>}
      {!data.open && <Banner tone="amber">{t('closed')}</Banner>}
      {data.missing.length > 0 && data.open && (
        <Banner tone="vermilion">{t('missing', { names: listed(data.missing.map(({ name }) => name)) })}</Banner>
      )}
      {[...asked, ...own].map((agreement) => {
        const now = data.agreements.find(({ lead, version }) => lead.id === agreement.lead.id && version > 0)
        return (
          <Dated key={agreement.hash} agreement={agreement} replaced={now !== undefined}>
            <AgreementText agreement={agreement}>
              {data.open && (agreement === now || !isSignedBy(now, organization.id)) && (
                <Answering lot={lot} agreement={agreement} organization={organization.id} account={account} />
              )}
              {data.open && agreement === current && isUnsigned(agreement) && (
                <Deleting lot={lot} agreement={agreement} />
              )}
              {data.open && agreement === current && isSignedByAll(agreement) && (
                <p className="no-print">
                  <ActionLink to={paths.giveBid(lot)}>{t('toBid')}</ActionLink>
                </p>
              )}
            </AgreementText>
          </Dated>
        )
      })}
      {data.open && data.accepted && !led && (
        <DraftForm
          key={current?.hash ?? 'first'}
          lot={lot}
          organization={organization}
          agreement={current}
          folded={data.agreements.length > 0}
        />
      )}
      {led && data.open && <p className={`${styles.quiet} ${styles.apart} no-print`}>{t('ledByAnother')}</p>}
    </Page>
  )
}
