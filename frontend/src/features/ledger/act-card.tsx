import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bytes } from '../../lib/bytes'
import { dateTime } from '../../lib/format'
import { Digest } from '../../ui/digest'
import { type ActKind, kindOf, type PublishedNotice, publishedNotice } from './act'
import styles from './verify.module.css'

interface ActCardProps {
  act: Bytes
  notice?: ((id: string, words: string) => ReactNode) | undefined
  /** Compares the entry with what the site shows today. */
  today?: (act: PublishedNotice) => ReactNode
}

/** What was entered: a notice in words, any other act by its kind and as it stands. */
export function ActCard({ act, notice, today }: ActCardProps) {
  const { t, i18n } = useTranslation('ledger')
  const said = publishedNotice(act)
  if (said === null) return <OtherAct act={act} />
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

/** A page that was saved years ago may meet kinds that it has no words for. */
function OtherAct({ act }: { act: Bytes }) {
  const { t, i18n } = useTranslation('ledger')
  const kind = kindOf(act)
  const isWorded = (said: string | null): said is ActKind =>
    said !== null && i18n.exists(`kind.${said}`, { ns: 'ledger' })
  return (
    <>
      {isWorded(kind) ? (
        <dl className={styles.facts}>
          <dt>{t('act')}</dt>
          <dd>{t(`kind.${kind}`)}</dd>
        </dl>
      ) : (
        <p>{t('unknownAct')}</p>
      )}
      <details>
        <summary>{t('entered')}</summary>
        <code className={styles.entered}>{new TextDecoder().decode(act)}</code>
      </details>
    </>
  )
}
