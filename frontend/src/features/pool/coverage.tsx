import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import { PROVINCE, regionsUnder } from '../../lib/reference'
import { Select } from '../../ui/field'
import styles from './pool.module.css'
import { coverageOf } from './queries'

const LARGEST = 7

/** For which services the pool is too small, place by place; it counts whom a draw would count, before relations fall out. */
export function Coverage({ region }: { region: string }) {
  const { t } = useTranslation('pool')
  const [place, setPlace] = useState(region)
  const { data: cities } = useQuery(regionsUnder(region))
  const { data } = useQuery(coverageOf(place))
  const short = data?.items.filter(({ largestPanel }) => largestPanel < LARGEST) ?? []
  return (
    <section className={styles.coverage} aria-labelledby="coverage-title">
      <h2 id="coverage-title">{t('coverage.title')}</h2>
      <Select label={t('coverage.place')} value={place} onChange={(event) => setPlace(event.target.value)}>
        <option value={region}>{t(region === PROVINCE ? 'codes.regionRoot' : 'coverage.whole')}</option>
        {cities?.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      {data !== undefined && (
        <div role="status">
          <p>
            {short.length === 0
              ? t('coverage.enough', { experts: data.experts })
              : t('coverage.short', { experts: data.experts, count: short.length })}
          </p>
          {short.length > 0 && (
            <details>
              <summary>{t('coverage.show')}</summary>
              <ul className={styles.short}>
                {short.map(({ category, experts, largestPanel }) => (
                  <li key={category.code}>
                    <Link to={paths.poolKnowing(category.code)}>{category.name}</Link>
                    <span>{t('coverage.line', { experts })}</span>
                    <span className={styles.quiet}>{t(`coverage.panel${largestPanel as 0 | 3 | 5}`)}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </section>
  )
}
