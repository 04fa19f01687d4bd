import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bucket, Facets as Counts } from '../../api/types'
import { CategoryTree, RegionTree } from './code-trees'
import { FacetLink } from './facet-link'
import styles from './facets.module.css'
import { AmountFacet, DeadlineFacet, PublishedFacet } from './range-facets'
import { type NoticeSearch, refined, STATUSES, TYPES, toggled } from './search-params'

/** Everything that narrows a search, as links: each leads to the address with that filter on or off. */
export function Facets({ ask, counts }: { ask: NoticeSearch; counts: Counts | undefined }) {
  const { t } = useTranslation('search')
  const { t: words } = useTranslation()
  const methods = [...new Set([...(counts?.method ?? []).map(({ key }) => key), ...ask.method])]
  const nameOf = (key: string) => counts?.method.find((bucket) => bucket.key === key)?.name ?? key
  return (
    <div className={styles.facets}>
      <Section title={t('facets.status')}>
        {STATUSES.filter((status) => shows(counts?.status, status, ask.status)).map((status) => (
          <FacetLink
            key={status}
            to={refined(ask, { status: toggled(ask.status, status) })}
            on={ask.status.includes(status)}
            name={words(`noticeStatus.${status}`)}
            count={countOf(counts?.status, status)}
          />
        ))}
      </Section>
      <RegionTree ask={ask} counts={counts?.region} />
      <CategoryTree ask={ask} counts={counts?.category} />
      <AmountFacet ask={ask} />
      <DeadlineFacet ask={ask} />
      <PublishedFacet ask={ask} />
      <Section title={t('facets.type')}>
        {TYPES.filter((type) => shows(counts?.type, type, ask.type)).map((type) => (
          <FacetLink
            key={type}
            to={refined(ask, { type: toggled(ask.type, type) })}
            on={ask.type.includes(type)}
            name={words(`noticeType.${type}`)}
            count={countOf(counts?.type, type)}
          />
        ))}
      </Section>
      <Section title={t('facets.method')}>
        {methods.map((key) => (
          <FacetLink
            key={key}
            to={refined(ask, { method: toggled(ask.method, key) })}
            on={ask.method.includes(key)}
            name={words(`method.${key as 'BT_COMPARE'}`, { defaultValue: nameOf(key) })}
            count={countOf(counts?.method, key)}
          />
        ))}
      </Section>
    </div>
  )
}

/** What narrows the list that stands in for search: places and days, without counts. */
export function SimpleFacets({ ask }: { ask: NoticeSearch }) {
  return (
    <div className={styles.facets}>
      <RegionTree ask={ask} counts={undefined} />
      <PublishedFacet ask={ask} />
    </div>
  )
}

/** A heading over choices; without choices there is no heading. */
function Section({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

const countOf = (buckets: Bucket[] | undefined, key: string) => buckets?.find((bucket) => bucket.key === key)?.count

/** A choice that would find nothing is not offered, unless it stands. */
const shows = (buckets: Bucket[] | undefined, key: string, chosen: readonly string[]) =>
  buckets === undefined || chosen.includes(key) || (countOf(buckets, key) ?? 0) > 0
