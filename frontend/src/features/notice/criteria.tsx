import { useTranslation } from 'react-i18next'
import type { Criterion } from '../../api/types'
import styles from './notice-page.module.css'

/** How bids are weighed: each criterion with its share as a bar and as a number. */
export function Criteria({ criteria }: { criteria: Criterion[] }) {
  const { t } = useTranslation('notice')
  if (criteria.length === 0) return null
  const total = criteria.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  return (
    <>
      <h3>{t('criteria.title')}</h3>
      <table className={styles.criteria}>
        <caption className="visually-hidden">{t('criteria.title')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('criteria.name')}</th>
            <th scope="col">{t('criteria.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ name, weight, kind }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {kind !== null && <small>{t(`criteria.${kind}`)}</small>}
              </th>
              <td>
                <span className={styles.bar} aria-hidden="true">
                  <i style={{ width: `${(100 * (weight ?? 0)) / total}%` }} />
                </span>
                {t('criteria.points', { weight: weight ?? 0 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
