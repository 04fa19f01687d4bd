import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { bracketed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { Skeleton } from '../../ui/skeleton'
import { credentialsOf } from './credentials'
import styles from './evaluation.module.css'

interface CredentialsCardProps {
  lot: string
  bid: string
  /** Whether it lies open: something in it is to be judged. */
  shown?: boolean
}

/** What a bidder declared, and what the registry said of it when it sealed its bid. */
export function CredentialsCard({ lot, bid, shown = false }: CredentialsCardProps) {
  const { t } = useTranslation('evaluation')
  const [open, setOpen] = useState(shown)
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('credentials.title')}</summary>
      {open && <Read lot={lot} bid={bid} />}
    </details>
  )
}

function Read({ lot, bid }: { lot: string; bid: string }) {
  const { t } = useTranslation('evaluation')
  const language = useLanguage()
  const { data, isError } = useQuery(credentialsOf(lot, bid))
  if (data === undefined && !isError) return <Skeleton lines={3} />
  return (
    <>
      {data == null && <p className={styles.quiet}>{t('credentials.unreadable')}</p>}
      {data?.statements.map(({ rule, article, text }) => (
        <p key={rule} className={styles.text}>
          {text} <small className={styles.quiet}>{article}</small>
        </p>
      ))}
      {data != null && (
        <>
          <p className={styles.quiet}>{t('credentials.asOf', { at: dateTime(data.asOf, language) })}</p>
          <ul>
            {data.facts.map(({ fact, verdict }) => (
              <li key={fact}>{bracketed(fact, t(`credentials.${verdict}`))}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={paths.bidPart(lot, bid, 'cred')} download>
          {t('papers.credentials')}
        </a>
      </p>
    </>
  )
}
