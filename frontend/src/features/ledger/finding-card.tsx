import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { cx } from '../../ui/cx'
import { Digest } from '../../ui/digest'
import { type PublishedNotice, wordable } from './act'
import { noticeNow } from './queries'
import type { Finding, Receipt } from './receipt'
import styles from './verify.module.css'

/** What the browser found, in words: good or not, what it is about, and whether the site still shows the same. */
export function FindingCard({ receipt, finding }: { receipt: Receipt; finding: Finding }) {
  const { t } = useTranslation('ledger')
  const act = wordable(receipt.act)
  const good = finding.fault === null
  return (
    <section className={cx(styles.finding, good ? styles.good : styles.bad)} role="status">
      <h2>{good ? t('good.title') : t('bad.title')}</h2>
      <p>{good ? t('good.lead', { place: receipt.index + 1, size: finding.size }) : t(`fault.${finding.fault}`)}</p>
      {good && act !== null && <About act={act} />}
      {good && act === null && <p>{t('unknownAct')}</p>}
    </section>
  )
}

function About({ act }: { act: PublishedNotice }) {
  const { t } = useTranslation('ledger')
  const language = useLanguage()
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('act')}</dt>
        <dd>{t(`kind.${act.kind}`)}</dd>
        <dt>{t('number')}</dt>
        <dd>
          <Link to={paths.notice(act.subject)}>{act.number}</Link>
        </dd>
        <dt>{t('publishedAt')}</dt>
        <dd>{dateTime(act.publishedAt, language)}</dd>
      </dl>
      <Digest value={act.digest} label={t('digest')} />
      <Today act={act} />
    </>
  )
}

/** The entry holds whatever the site says; this compares the two. */
function Today({ act }: { act: PublishedNotice }) {
  const { t } = useTranslation('ledger')
  const { data, isError } = useQuery(noticeNow(act.subject))
  if (isError) return <p>{t('today.unknown')}</p>
  if (data === undefined) return null
  const same = data.digest === act.digest
  return <p className={same ? styles.same : styles.differs}>{same ? t('today.same') : t('today.differs')}</p>
}
