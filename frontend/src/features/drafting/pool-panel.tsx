import { useQuery } from '@tanstack/react-query'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PoolEstimate } from '../../api/types'
import { count, percent } from '../../lib/format'
import { joined } from '../../lib/punctuation'
import { poolOf, requirementKinds } from '../../lib/purchases'
import { useRested } from '../../lib/use-rested'
import { fenOf } from '../../lib/yuan-input'
import { Pool, type PoolNumber } from '../../ui/pool'
import { type DraftForm, type LotForm, requirementOf } from './draft-form'
import styles from './drafting.module.css'
import { leadTo } from './leading'

/** The server rounds; below ten it tells five, and we say no more than that. */
const FEW = 10

const questionOf = (lot: LotForm) => ({
  categoryCode: lot.categoryCode,
  budgetFen: fenOf(lot.budgetFen) ?? null,
  serviceRegionCodes: lot.serviceRegionCodes,
  requirements: lot.requirements.map(requirementOf),
})

/** Who could take the lot, moving as it is written, and what each requirement costs. */
export function PoolPanel({ lot }: { lot: number }) {
  const { t } = useTranslation('drafting')
  const { getValues } = useFormContext<DraftForm>()
  const value = useWatch<DraftForm, `lots.${number}`>({ name: `lots.${lot}` }) ?? getValues(`lots.${lot}`)
  const question = useRested(value === undefined ? null : questionOf(value))
  const asked = question !== null && question.categoryCode !== ''
  const { data, isPlaceholderData, isError } = useQuery({
    ...poolOf(question ?? { categoryCode: '', budgetFen: null, serviceRegionCodes: [], requirements: [] }),
    enabled: asked,
  })
  return (
    <section className={styles.panel} aria-labelledby="pool-title">
      <h2 id="pool-title">{t('pool.title', { number: lot + 1 })}</h2>
      {!asked && <p className={styles.panelLead}>{t('pool.needsCategory')}</p>}
      {asked && isError && <p className={styles.panelLead}>{t('pool.failed')}</p>}
      {asked && data !== undefined && <Numbers estimate={data} stale={isPlaceholderData} />}
      {asked && data !== undefined && <Dearest estimate={data} lot={lot} value={value} />}
    </section>
  )
}

function Numbers({ estimate: { direct, groups, federations }, stale }: { estimate: PoolEstimate; stale: boolean }) {
  const { t } = useTranslation('drafting')
  const told = (value: number) => (value < FEW ? t('pool.few') : undefined)
  const numbers: PoolNumber[] = [
    { key: 'direct', value: direct, told: told(direct), unit: t('pool.bodies'), label: t('pool.direct') },
    {
      key: 'groups',
      value: groups,
      told: told(groups),
      unit: t('pool.groups'),
      label: t('pool.through', { federations: told(federations) ?? count(federations) }),
    },
  ]
  const spoken = joined(...numbers.map(({ label, value, told: few, unit }) => `${label} ${few ?? value} ${unit}`))
  return <Pool numbers={numbers} stale={stale} spoken={spoken} />
}

/** The requirement that shuts out most, and the way to it. */
function Dearest({ estimate, lot, value }: { estimate: PoolEstimate; lot: number; value: LotForm | undefined }) {
  const { t } = useTranslation('drafting')
  const { data: kinds = [] } = useQuery(requirementKinds)
  const dearest = estimate.costs.reduce<PoolEstimate['costs'][number] | undefined>(
    (most, cost) => (cost.share > (most?.share ?? 0) ? cost : most),
    undefined,
  )
  const requirement = dearest && value?.requirements[dearest.index]
  if (dearest === undefined || requirement === undefined) return null
  const name = kinds.find(({ kind }) => kind === requirement.kind)?.name ?? requirement.kind
  return (
    <p className={styles.dearest}>
      <button type="button" onClick={() => leadTo(`lots.${lot}.requirements.${dearest.index}`)}>
        {t('pool.dearest', { number: dearest.index + 1, name })}
      </button>
      {t('pool.costs', { share: percent(dearest.share) })}
    </p>
  )
}
