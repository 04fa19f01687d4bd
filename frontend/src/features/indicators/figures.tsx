import { useTranslation } from 'react-i18next'
import type { RegionIndicators } from '../../api/types'
import { count, percent } from '../../lib/format'
import styles from './indicators.module.css'

/** What there is, in one line of numbers, each with the share that gives it a meaning. */
export function Figures({ whole }: { whole: RegionIndicators }) {
  const { t } = useTranslation('indicators')
  const { registered, filed, active, activeGroups, serving, unfederated, streets, federatedStreets } = whole
  const all = registered + filed
  const figures: [string, number, string | false][] = [
    [
      t('figure.registered'),
      registered,
      registered > 0 && t('figure.ratio', { filed: (filed / registered).toFixed(1) }),
    ],
    [
      t('figure.filed'),
      filed,
      filed > 0 && t('figure.unfederated', { count: unfederated, formatted: count(unfederated) }),
    ],
    [t('figure.active'), active, all > 0 && t('figure.activeShare', { share: percent(active / all) })],
    [
      t('figure.serving'),
      serving,
      activeGroups > 0 && t('figure.servingShare', { share: percent(serving / activeGroups) }),
    ],
    [
      t('figure.federations'),
      federatedStreets,
      streets > 0 && t('figure.streets', { streets: count(streets), share: percent(federatedStreets / streets) }),
    ],
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value, remark]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{count(value)}</b>
            {remark && <small>{remark}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
