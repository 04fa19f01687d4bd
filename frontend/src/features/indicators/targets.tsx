import { useTranslation } from 'react-i18next'
import type { CommunityProgress, RegionIndicators } from '../../api/types'
import { count, fine } from '../../lib/format'
import { Bars } from '../../ui/bars'
import styles from './indicators.module.css'

const KINDS = ['urban', 'rural'] as const

/** How near the averages of active organizations are to the plan's targets, and how many are missing. */
export function Targets({ whole }: { whole: RegionIndicators }) {
  const { t } = useTranslation('indicators')
  const kinds = KINDS.map((kind) => ({ kind, progress: whole[kind] })).filter(
    (one): one is { kind: (typeof KINDS)[number]; progress: Counted } => one.progress.average !== null,
  )
  if (kinds.length === 0) return null
  const largest = Math.max(...kinds.map(({ progress }) => Math.max(progress.target, progress.average)))
  return (
    <section className={styles.chart}>
      <h2>{t('targets.title')}</h2>
      {kinds.map(({ kind, progress }) => (
        <p key={kind} className={styles.sentence}>
          {t(progress.gap === 0 ? 'targets.reached' : 'targets.short', {
            kind: t(`kind.${kind}`),
            communities: count(progress.communities),
            average: fine(progress.average),
            target: progress.target,
            gap: count(progress.gap),
          })}
        </p>
      ))}
      <Bars
        largest={largest}
        bars={kinds.map(({ kind, progress }) => ({
          key: kind,
          name: t(`kind.${kind}`),
          value: progress.average,
          words: t('targets.of', { average: fine(progress.average), target: progress.target }),
          goal: progress.target,
        }))}
      />
      <p className={styles.note}>{t('targets.note')}</p>
    </section>
  )
}

type Counted = CommunityProgress & { average: number }
