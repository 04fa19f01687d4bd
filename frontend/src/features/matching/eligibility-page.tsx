import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Digest } from '../../ui/digest'
import { Page } from '../../ui/page'
import type { Asker } from './body'
import styles from './eligibility-page.module.css'
import { LotEligibility } from './lot-eligibility'
import { LotHead } from './lot-head'
import { eligibilityOfLot } from './queries'

interface EligibilityPageProps {
  lot: string
  organization: string
  /** As of when; today when it is null. */
  asOf: string | null
  asker: Asker
}

/** 资格判定: every verdict for one body on one lot, with what it rests on and what to do, to be argued with and printed. */
export function EligibilityPage({ lot: lotId, organization, asOf, asker }: EligibilityPageProps) {
  const { t } = useTranslation('eligibility')
  const language = useLanguage()
  const { data: answer } = useSuspenseQuery(eligibilityOfLot(lotId, organization, asOf))
  const { lot, body } = answer
  const then = { organization: body.id, asOf: answer.asOf }
  return (
    <Page title={t('title', { name: body.name })} narrow>
      <p>
        <Link to={paths.notice(lot.noticeId)}>{t('back')}</Link>
      </p>
      <header className={styles.head}>
        <h1>{t('title', { name: body.name })}</h1>
        <LotHead lot={lot} />
      </header>
      {asOf !== null && (
        <p className={styles.past}>
          {t('past', { at: dateTime(answer.asOf, language) })}{' '}
          <Link to={paths.eligibility(lot.id, { organization: body.id })}>{t('now')}</Link>
        </p>
      )}
      <LotEligibility answer={answer} category={lot.category} body={body} asker={asker} />
      <footer className={styles.foot}>
        <Digest value={answer.digest} label={t('digest')} />
        <p>{t('digestMeaning')}</p>
        <ul className={styles.ways}>
          <li>
            <a href={paths.eligibilitySheet(lot.id, then)}>{t('print')}</a>
          </li>
          <li>
            <a href={paths.eligibilityDocument(lot.id, then)}>{t('document')}</a>
          </li>
          <li>
            <Link to={paths.eligibility(lot.id, then)}>{t('keep')}</Link>
          </li>
          {!asker.registrar && (
            <li>
              <Link to={paths.beforeBidding(lot.id, { bidder: body.id })}>{t('before')}</Link>
            </li>
          )}
        </ul>
      </footer>
    </Page>
  )
}
