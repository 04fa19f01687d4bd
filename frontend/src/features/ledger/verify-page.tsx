import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from 'react-router'
import { utf8 } from '../../lib/bytes'
import { paths } from '../../lib/paths'
import { hasStatus } from '../../lib/problem'
import { Page } from '../../ui/page'
import type { PublishedNotice } from './act'
import { ActCard } from './act-card'
import { bundleOf, ledgerKey, noticeNow, packedReceipt, receiptOf } from './queries'
import styles from './verify.module.css'
import { VerifyForm } from './verify-form'

/** Receipts and bundles, chosen here, asked for by address or carried in it, held against this site's ledger or a key from elsewhere. */
export default function VerifyPage() {
  const { t } = useTranslation('ledger')
  const [params] = useSearchParams()
  const entry = params.get('entry') ?? ''
  const purchase = params.get('purchase') ?? ''
  const wantsReceipt = /^\d{1,15}$/.test(entry)
  const wantsBundle = !wantsReceipt && /^[\da-f-]{36}$/.test(purchase)
  // What stands behind the # never leaves the browser.
  const carried = /^#receipt=([\w-]+)$/.exec(useLocation().hash)?.[1]
  const key = useQuery(ledgerKey)
  const unpacked = useQuery({ ...packedReceipt(carried ?? ''), enabled: carried !== undefined })
  const receipt = useQuery({ ...receiptOf(Number(entry)), enabled: wantsReceipt })
  const bundle = useQuery({ ...bundleOf(purchase), enabled: wantsBundle })
  const text = unpacked.data ?? receipt.data
  const given = useMemo(() => (text === undefined ? bundle.data : utf8(text)), [text, bundle.data])
  return (
    <Page title={t('title')} narrow>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      {unpacked.data === null && <p role="alert">{t('notPacked')}</p>}
      {wantsReceipt && receipt.isError && (
        <p role="alert">{hasStatus(receipt.error, 404) ? t('noSuchEntry') : receipt.error.message}</p>
      )}
      {wantsBundle && bundle.isError && (
        <p role="alert">{hasStatus(bundle.error, 404) ? t('noSuchBundle') : bundle.error.message}</p>
      )}
      <VerifyForm
        given={given}
        siteKey={key.data}
        keyHint={t('keyHint')}
        about={(act) => <ActCard act={act} notice={noticeLink} today={(said) => <Today act={said} />} />}
        notice={noticeLink}
      />
      <section className={styles.elsewhere}>
        <h2>{t('elsewhere.title')}</h2>
        <p>{t('elsewhere.lead')}</p>
        <ul>
          <li>
            <a href={paths.offlineVerifier} download>
              {t('elsewhere.page')}
            </a>
          </li>
          <li>
            <a href={paths.verifierProgram} download>
              {t('elsewhere.program')}
            </a>
          </li>
        </ul>
      </section>
    </Page>
  )
}

const noticeLink = (id: string, words: string) => <Link to={paths.notice(id)}>{words}</Link>

/** The entry holds whatever the site says; this compares the two. */
function Today({ act }: { act: PublishedNotice }) {
  const { t } = useTranslation('ledger')
  const { data, isError } = useQuery(noticeNow(act.subject))
  if (isError) return <p>{t('today.unknown')}</p>
  if (data === undefined) return null
  const same = data.digest === act.digest
  return <p className={same ? styles.same : styles.differs}>{same ? t('today.same') : t('today.differs')}</p>
}
