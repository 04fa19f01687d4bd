import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { count } from '../../lib/format'
import { joined } from '../../lib/punctuation'
import { poolOf } from '../../lib/purchases'
import { Pool } from '../../ui/pool'
import styles from './purchase.module.css'

type Lot = Purchase['lots'][number]
const FEW = 10

/** How many each lot reaches, before it is published. */
export function LotPools({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('purchase')
  return (
    <section>
      <h2>{t('pool.title')}</h2>
      {purchase.lots.map((lot, at) => (
        <div key={lot.id} className={styles.pool}>
          {purchase.lots.length > 1 && <p>{t('lot', { number: at + 1, title: lot.title ?? '' })}</p>}
          {lot.categoryCode !== null && <LotPool lot={lot} category={lot.categoryCode} />}
        </div>
      ))}
    </section>
  )
}

function LotPool({ lot, category }: { lot: Lot; category: string }) {
  const { t } = useTranslation('purchase')
  const { budgetFen, serviceRegionCodes, requirements } = lot
  const { data } = useQuery(poolOf({ categoryCode: category, budgetFen, serviceRegionCodes, requirements }))
  if (data === undefined) return null
  const told = (value: number) => (value < FEW ? t('pool.few') : undefined)
  const numbers = (['direct', 'groups'] as const).map((key) => ({
    key,
    value: data[key],
    told: told(data[key]),
    unit: t(`pool.${key}Unit`),
    label: t(`pool.${key}`, { federations: told(data.federations) ?? count(data.federations) }),
  }))
  const spoken = joined(...numbers.map(({ label, told, value, unit }) => `${label} ${told ?? value} ${unit}`))
  return <Pool numbers={numbers} spoken={spoken} />
}
