import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ConsentRequest, PriceInquiry } from '../../../api/types'
import { dateTime, yuan } from '../../../lib/format'
import { isTender } from '../../../lib/methods'
import { paths } from '../../../lib/paths'
import { useLanguage } from '../../../lib/use-language'
import { Strip, type Tone } from '../../../ui/strip'
import styles from './parts.module.css'
import { priceAskedOf, winnerOf } from './queries'

type Outcome = 'OPEN' | 'WON' | 'NOT_WON' | 'INVALID' | 'FAILED'

const TONE: Record<Outcome, Tone> = {
  OPEN: 'unknown',
  WON: 'met',
  NOT_WON: 'not',
  INVALID: 'not',
  FAILED: 'not',
}

/** After the deadline: what became of the federation's bid with this part, and the group's own amount. */
export function WhatBecame({ request: { lotId, federation, became, consent } }: { request: ConsentRequest }) {
  const { t } = useTranslation('roster')
  const language = useLanguage()
  const opened = became?.outcome === 'OPENED'
  const { data: winner = null } = useQuery({ ...winnerOf(lotId), enabled: opened })
  // A price that is still sealed is asked about by nobody.
  const { data: asked = null } = useQuery({ ...priceAskedOf(lotId), enabled: opened && became?.fen != null })
  const won = t(isTender(winner?.method ?? null) ? 'won.tender' : 'won.other')
  const askedWords = ({ bidder, answerBy, explainedAt, accepted }: PriceInquiry) => {
    const words = { name: bidder, until: dateTime(answerBy, language) }
    if (accepted != null) return t(accepted ? 'became.price.accepted' : 'became.price.refused', words)
    return t(explainedAt == null ? 'became.price.asked' : 'became.price.explained', words)
  }
  if (became === null) {
    return (
      <p className={styles.quiet}>
        {t('request.closed')} {consent === 'CONSENTED' && t('became.notYet')}{' '}
        <Link to={paths.opening(lotId)}>{t('request.opening')}</Link>
      </p>
    )
  }
  const outcome: Outcome =
    became.outcome !== 'OPENED'
      ? became.outcome
      : winner === null
        ? 'OPEN'
        : winner.body === federation.id
          ? 'WON'
          : 'NOT_WON'
  return (
    <section className={styles.became}>
      <h3>{t('became.title')}</h3>
      <Strip tone={TONE[outcome]}>{t(`became.${outcome}`, { name: federation.name, won })}</Strip>
      {became.fen !== null && (
        <dl className={styles.text}>
          <dt>{t(outcome === 'WON' ? 'became.amountWon' : 'became.amount')}</dt>
          <dd>
            <b className={styles.big}>{yuan(became.fen, language)}</b>
          </dd>
        </dl>
      )}
      {asked !== null && outcome === 'OPEN' && <p className={styles.quiet}>{askedWords(asked)}</p>}
      {became.fen === null && opened && <p className={styles.quiet}>{t('became.sealed')}</p>}
      <p className={styles.ways}>
        <Link to={paths.opening(lotId)}>{t('request.opening')}</Link>
        {winner !== null && <Link to={paths.lotResult(lotId)}>{t('became.result')}</Link>}
      </p>
    </section>
  )
}
