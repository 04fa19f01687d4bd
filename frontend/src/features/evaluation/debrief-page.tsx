import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Debrief } from '../../api/types'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { pointsText } from '../../lib/points'
import { useLanguage } from '../../lib/use-language'
import { ActionLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { Strip } from '../../ui/strip'
import styles from './evaluation.module.css'
import { ExplainPrice } from './explain-price'
import { Members } from './members'
import { askedOf, debriefOf } from './queries'
import { useReason } from './use-reason'
import { useWon } from './use-won'

/**
 * What became of the caller's own bid: a price to explain while it is judged, afterwards every point and what to do next; why it fell out,
 * also where too few were left and nobody was ranked.
 */
export function DebriefPage({ lot }: { lot: string }) {
  const { t } = useTranslation('evaluation')
  const asked = useQuery(askedOf(lot))
  const { data, isPending } = useQuery(debriefOf(lot))
  const waiting = asked.isPending || isPending
  const open = asked.data && !data
  return (
    <Page title={t('debrief.title')} narrow>
      <h1>{data ? t('debrief.titleOf', { title: data.title }) : t('debrief.title')}</h1>
      {waiting && <Skeleton lines={6} />}
      {open && asked.data && <ExplainPrice lot={lot} inquiry={asked.data} />}
      {data && <Told debrief={data} />}
      {!waiting && !data && !open && (
        <EmptyState
          title={t('debrief.none')}
          actions={
            <ActionLink to={paths.ownBids} weight="ghost">
              {t('debrief.bids')}
            </ActionLink>
          }
        >
          {t('debrief.noneWhat')}
        </EmptyState>
      )}
    </Page>
  )
}

function Told({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation('evaluation')
  const language = useLanguage()
  const reasonOf = useReason()
  const won = useWon(debrief.method)
  const failed = debrief.winner == null
  return (
    <>
      <p className={styles.lead}>
        {debrief.department.name} · {dateTime(debrief.decidedAt, language)}
      </p>
      <div className={styles.standing}>
        <Strip tone={debrief.won ? 'met' : 'not'}>{standing(debrief, won, t)}</Strip>
      </div>
      <p className={styles.text}>{summary(debrief, reasonOf(debrief), won, t)}</p>
      {debrief.consortium.length > 0 && <Members members={debrief.consortium} />}
      {debrief.won && (
        <p>
          <a href={paths.awardLetter(debrief.lotId)}>{t('letter', won)}</a>
        </p>
      )}
      {debrief.lines.length > 0 && (
        <section className={styles.part} aria-labelledby="lines-title">
          <h2 id="lines-title">{t('debrief.lines')}</h2>
          <ul className={styles.list}>
            {debrief.lines.map((line) => (
              <Line key={line.name} line={line} />
            ))}
          </ul>
        </section>
      )}
      <section className={styles.part} aria-labelledby="then-title">
        <h2 id="then-title">{t('debrief.then')}</h2>
        <p className={styles.text}>{t(then(debrief), won)}</p>
        <div className={styles.actions}>
          {!failed && (
            <ActionLink to={paths.lotResult(debrief.lotId)} weight="ghost">
              {t('result.open')}
            </ActionLink>
          )}
          {!debrief.won && <Link to={paths.opportunities}>{t('debrief.more')}</Link>}
        </div>
      </section>
    </>
  )
}

/** Own points against the best; what was written about this bid, and nothing about others. */
function Line({ line }: { line: Debrief['lines'][number] }) {
  const { t } = useTranslation('evaluation')
  return (
    <li>
      <div className={styles.row}>
        <b>{line.name}</b>
        <span className={styles.number}>
          {t('debrief.points', { mine: pointsText(line.mine), weight: line.weight })}
        </span>
      </div>
      <label className={styles.quiet}>
        {line.mine === line.best
          ? t('debrief.best', { place: line.place })
          : t('debrief.gap', { place: line.place, gap: pointsText(line.best - line.mine) })}
        <meter className={styles.bar} min={0} max={line.weight * 100} value={line.mine} />
      </label>
      {line.reasons.length > 0 && (
        <details>
          <summary>{t('debrief.reasons', { count: line.reasons.length })}</summary>
          <ul>
            {[...new Set(line.reasons)].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

type Words = ReturnType<typeof useTranslation<'evaluation'>>['t']
type Won = ReturnType<typeof useWon>

function then({ won, winner }: Debrief) {
  if (winner == null) return 'debrief.thenFailed'
  return won ? 'debrief.thenWon' : 'debrief.thenLost'
}

function standing({ won, rank, ranked, excludedAt, winner }: Debrief, word: Won, t: Words) {
  if (won) return t('debrief.won', word)
  if (winner == null && excludedAt == null) return t('debrief.failed')
  if (rank == null || excludedAt != null) return t(`excluded.${excludedAt ?? 'OPENING'}`)
  return t('debrief.lost', { rank, of: ranked })
}

/** One sentence, before any number. */
function summary(debrief: Debrief, reason: string, won: Won, t: Words) {
  const { winner } = debrief
  if (debrief.won) return t('debrief.sumWon', won)
  if (winner == null) return debrief.excludedAt == null ? t('debrief.sumFailed') : t('debrief.sumFailedOut', { reason })
  if (debrief.rank == null) return t('debrief.sumOut', { reason })
  if (debrief.excludedAt != null) return t('debrief.sumPassed', { rank: debrief.rank, reason, ...won })
  const weakest = [...debrief.lines].sort((one, other) => other.best - other.mine - (one.best - one.mine))[0]
  if (weakest === undefined) return t('debrief.sumPrice', { winner, ...won })
  return t('debrief.sumLost', {
    ...won,
    winner,
    gap: pointsText((debrief.best ?? 0) - (debrief.total ?? 0)),
    item: weakest.name,
    itemGap: pointsText(weakest.best - weakest.mine),
  })
}
