import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { IndicatorPage } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { EmptyState } from '../../ui/empty-state'
import { Select } from '../../ui/field'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { Figures } from './figures'
import styles from './indicators.module.css'
import { indicators } from './queries'
import { Regions } from './regions'
import { type IndicatorAsk, readIndicatorAsk, writeIndicatorAsk } from './search-params'
import { Spread } from './spread'
import { Targets } from './targets'
import { Trend } from './trend'

/** How far a region is with its community organizations: figures, targets, the last year, and the regions in it. */
export function IndicatorsPage() {
  const { t } = useTranslation('indicators')
  const [params] = useSearchParams()
  const ask = readIndicatorAsk(params)
  const query = useInfiniteQuery({ ...indicators(ask), throwOnError: true })
  const first = query.data?.pages[0]
  const name = first?.whole.region.name ?? ''
  return (
    <Page title={first === undefined ? t('title') : t('titleOf', { region: name })}>
      {first === undefined ? (
        <>
          <h1>{t('title')}</h1>
          <Skeleton lines={14} />
        </>
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <Path page={first} ask={ask} />
          <h1>{t('titleOf', { region: name })}</h1>
          <p className={styles.lead}>{t('lead')}</p>
          <Choices page={first} ask={ask} />
          {nobody(first) ? (
            <EmptyState title={t('nobody.title', { region: name })}>{t('nobody.text')}</EmptyState>
          ) : (
            <>
              <Figures whole={first.whole} />
              <div className={styles.pair}>
                <Targets whole={first.whole} />
                <Spread whole={first.whole} />
              </div>
              <Trend region={ask.region} />
            </>
          )}
          <Regions ask={ask} query={query} />
        </div>
      )}
    </Page>
  )
}

const nobody = ({ whole }: IndicatorPage) => whole.registered + whole.filed === 0

function Path({ page, ask }: { page: IndicatorPage; ask: IndicatorAsk }) {
  const { t } = useTranslation('indicators')
  return (
    <nav aria-label={t('path')}>
      <ol className={styles.path}>
        {page.path.map(({ code, name }) => (
          <li key={code}>
            {code === ask.region ? (
              <span aria-current="page">{name}</span>
            ) : (
              <Link to={{ search: writeIndicatorAsk({ ...ask, region: code }).toString() }}>{name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Choices({ page, ask }: { page: IndicatorPage; ask: IndicatorAsk }) {
  const { t } = useTranslation('indicators')
  const language = useLanguage()
  const navigate = useNavigate()
  const latest = page.days[0]
  return (
    <div className={styles.choices}>
      <Select
        label={t('day')}
        value={page.day}
        onChange={({ target }) =>
          navigate(
            { search: writeIndicatorAsk({ ...ask, day: target.value === latest ? null : target.value }).toString() },
            { preventScrollReset: true },
          )
        }
      >
        {page.days.map((one) => (
          <option key={one} value={one}>
            {date(one, language)}
          </option>
        ))}
      </Select>
      <a href={`${paths.indicatorsSheet}?${writeIndicatorAsk(ask)}`} download>
        {t('sheet')}
      </a>
    </div>
  )
}
