import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bytes } from '../../lib/bytes'
import { dateTime } from '../../lib/format'
import { Digest } from '../../ui/digest'
import { type PublishedNotice, wordable } from './act'
import styles from './verify.module.css'

interface ActCardProps {
  act: Bytes
  notice?: ((id: string, words: string) => ReactNode) | undefined
  /** Compares the entry with what the site shows today. */
  today?: (act: PublishedNotice) => ReactNode
}

/** What was entered, as far as this page has words for it. */
export function ActCard({ act, notice, today }: ActCardProps) {
  const { t, i18n } = useTranslation('ledger')
  const said = wordable(act)
  if (said === null) return <p>{t('unknownAct')}</p>
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('act')}</dt>
        <dd>{t(`kind.${said.kind}`)}</dd>
        <dt>{t('number')}</dt>
        <dd>{notice?.(said.subject, said.number) ?? said.number}</dd>
        <dt>{t('publishedAt')}</dt>
        <dd>{dateTime(said.publishedAt, i18n.language === 'en' ? 'en' : 'zh-CN')}</dd>
      </dl>
      <Digest value={said.digest} label={t('digest')} />
      {today?.(said)}
    </>
  )
}
