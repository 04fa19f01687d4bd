import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import styles from './portal-result.module.css'
import type { Reader } from './portal-result-link'
import { portalResult } from './queries'
import { ResultEditor } from './result-editor'
import { Review } from './review'

/** The result of a lot that was decided on the portal: an officer writes it, another person looks at it and publishes it. */
export function PortalResultPage({ staff }: { staff: Reader }) {
  const { t } = useTranslation('portal-result')
  const language = useLanguage()
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery({ ...portalResult(id), refetchOnMount: 'always' })
  const { proposal, purchaseId, lot } = data
  const waits = proposal !== null && proposal.returned === null
  const [rewriting, setRewriting] = useState(false)
  const writes = staff.officer && (!waits || rewriting)
  return (
    <Page title={t('title')}>
      <header className={styles.head}>
        <p>
          <Link to={paths.purchase(purchaseId)}>{t('back')}</Link>
        </p>
        <h1>{t('title')}</h1>
        <p className={styles.lead}>{lot}</p>
        <p className={styles.lead}>{t(writes ? 'lead' : 'reviewLead')}</p>
        {proposal?.returned && (
          <p className={styles.returned}>
            <b>{t('returnedBy', { name: proposal.returned.by })}</b>
            {proposal.returned.reason}
          </p>
        )}
        {waits && (
          <p className={styles.lead}>
            {t('writtenBy', { name: proposal.writtenBy, at: dateTime(proposal.at, language) })}
          </p>
        )}
      </header>
      {writes ? (
        <ResultEditor key={`${id} ${proposal?.version ?? 0}`} id={id} stands={data} />
      ) : proposal === null ? (
        <p className={styles.lead}>{t('nothing')}</p>
      ) : (
        <Review id={id} stands={data} proposal={proposal} staff={staff}>
          {staff.officer && (
            <Button weight="ghost" onClick={() => setRewriting(true)}>
              {t('rewrite')}
            </Button>
          )}
        </Review>
      )}
    </Page>
  )
}
