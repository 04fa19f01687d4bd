import { useTranslation } from 'react-i18next'
import type { BidPaper, Desk } from '../../api/types'
import { plainName } from '../../lib/file-name'
import { paths } from '../../lib/paths'
import { CredentialsCard } from './credentials-card'
import styles from './evaluation.module.css'

/** The bids side by side: answers to all criteria, and what was attached. */
export function Papers({ desk }: { desk: Desk }) {
  const { t } = useTranslation('evaluation')
  return (
    <section className={styles.part} aria-labelledby="papers-title">
      <h2 id="papers-title">{t('papers.title')}</h2>
      <div className={styles.side}>
        {desk.bids.map((bid) => (
          <article key={bid.id} className={styles.paper}>
            <h3>{bid.body.name}</h3>
            <Paper lot={desk.lotId} bid={bid} />
          </article>
        ))}
      </div>
    </section>
  )
}

/** What one bid says. */
export function Paper({ lot, bid }: { lot: string; bid: BidPaper }) {
  const { t } = useTranslation('evaluation')
  return (
    <div className={styles.read}>
      {bid.answers.length === 0 && <p className={styles.quiet}>{t('papers.noAnswers')}</p>}
      {bid.answers.map((one) => (
        <details key={one.criterion}>
          <summary>{one.criterion}</summary>
          <p className={styles.text}>{one.text}</p>
        </details>
      ))}
      {bid.answers.length > 0 && <CredentialsCard lot={lot} bid={bid.id} shown={bid.declared.length > 0} />}
      <Attachments lot={lot} bid={bid} />
    </div>
  )
}

/** Saved, never shown inside the page: a stranger made them. */
export function Attachments({ lot, bid }: { lot: string; bid: BidPaper }) {
  if (bid.attachments.length === 0) return null
  return (
    <ul>
      {bid.attachments.map((file) => (
        <li key={file.segment}>
          <a href={paths.bidPart(lot, bid.id, file.segment)} download>
            {plainName(file.name)}
          </a>
        </li>
      ))}
    </ul>
  )
}
