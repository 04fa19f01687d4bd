import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { CommunityProgress, IndicatorPage, RegionIndicators } from '../../api/types'
import { count, fine, percent } from '../../lib/format'
import { type Column, DataTable } from '../../ui/data-table'
import { Select } from '../../ui/field'
import { ListEnd } from '../../ui/list-end'
import styles from './indicators.module.css'
import { type IndicatorAsk, ORDERS, writeIndicatorAsk } from './search-params'

const COMMUNITY = 5

interface RegionsProps {
  ask: IndicatorAsk
  query: UseInfiniteQueryResult<InfiniteData<IndicatorPage>>
}

/** The regions one level below, each the way to its own page. */
export function Regions({ ask, query }: RegionsProps) {
  const { t } = useTranslation('indicators')
  const navigate = useNavigate()
  const pages = query.data?.pages ?? []
  const first = pages[0]
  if (first === undefined || first.whole.level === COMMUNITY) return null
  const rows = pages.flatMap((page) => page.items)
  return (
    <section className={styles.regions}>
      <header>
        <h2>{t(`level.${first.level as 2}`)}</h2>
        <Select
          label={t('sort')}
          value={ask.sort}
          onChange={({ target }) =>
            navigate(
              {
                search: writeIndicatorAsk({
                  ...ask,
                  sort: ORDERS.find((order) => order === target.value) ?? 'code',
                }).toString(),
              },
              { preventScrollReset: true },
            )
          }
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`order.${order}`)}
            </option>
          ))}
        </Select>
      </header>
      <DataTable
        caption={t(`level.${first.level as 2}`)}
        rows={rows}
        rowKey={({ region, itself }) => `${region.code}${itself}`}
        empty={<p className={styles.note}>{t('noRegions')}</p>}
        columns={columns(ask, first.level, t)}
      />
      <ListEnd query={query} />
    </section>
  )
}

type Words = ReturnType<typeof useTranslation<'indicators'>>['t']

function columns(ask: IndicatorAsk, level: number, t: Words): Column<RegionIndicators>[] {
  const average = ({ average, target }: CommunityProgress) =>
    average === null ? '–' : t('column.of', { average: fine(average), target })
  const figures: (Column<RegionIndicators> | false)[] = [
    {
      key: 'region',
      header: t('column.region'),
      cell: ({ region, itself }) =>
        itself ? (
          t('column.itself', { region: region.name })
        ) : (
          <Link to={{ search: writeIndicatorAsk({ ...ask, region: region.code }).toString() }}>{region.name}</Link>
        ),
    },
    level < COMMUNITY && {
      key: 'registered',
      detail: true,
      header: t('column.registered'),
      align: 'end',
      cell: ({ registered }) => count(registered),
    },
    { key: 'filed', detail: true, header: t('column.filed'), align: 'end', cell: ({ filed }) => count(filed) },
    {
      key: 'active',
      header: t('column.active'),
      align: 'end',
      cell: ({ active, registered, filed }) =>
        registered + filed === 0 ? '0' : `${count(active)} (${percent(active / (registered + filed))})`,
    },
    {
      key: 'unfederated',
      detail: true,
      header: t('column.unfederated'),
      align: 'end',
      cell: ({ unfederated }) => count(unfederated),
    },
    level < COMMUNITY && {
      key: 'streets',
      detail: true,
      header: t(level === COMMUNITY - 1 ? 'column.federation' : 'column.streets'),
      align: 'end',
      cell: ({ federatedStreets, streets }) =>
        streets === 0
          ? '–'
          : level === COMMUNITY - 1
            ? t(federatedStreets > 0 ? 'column.yes' : 'column.no')
            : `${federatedStreets} / ${streets}`,
    },
    level < COMMUNITY && {
      key: 'urban',
      detail: true,
      header: t('column.urban'),
      align: 'end',
      cell: ({ urban }) => average(urban),
    },
    level < COMMUNITY && {
      key: 'rural',
      detail: true,
      header: t('column.rural'),
      align: 'end',
      cell: ({ rural }) => average(rural),
    },
    {
      key: 'gap',
      header: t('column.gap'),
      align: 'end',
      cell: ({ urban, rural, itself }) => (itself ? '–' : count(urban.gap + rural.gap)),
    },
  ]
  return figures.filter((column) => column !== false)
}
