import { useTranslation } from 'react-i18next'
import type { Bucket, Facets as Counts } from '../../api/types'
import { CategoryTree, RegionTree } from './code-trees'
import { FacetLink } from './facet-link'
import styles from './facets.module.css'
import { AmountFacet, DateFacets } from './range-facets'
import { type NoticeSearch, refined, STATUSES, TYPES, toggled } from './search-params'

/** Everything that narrows a search, as links: each leads to the address with that filter on or off. */
export function Facets({ ask, counts }: { ask: NoticeSearch; counts: Counts | undefined }) {
  const { t } = useTranslation('search')
  const { t: words } = useTranslation()
  return (
    <div className={styles.facets}>
      <section>
        <h2>{t('facets.status')}</h2>
        <ul>
          {STATUSES.filter((status) => shows(counts?.status, status, ask.status)).map((status) => (
            <FacetLink
              key={status}
              to={refined(ask, { status: toggled(ask.status, status) })}
              on={ask.status.includes(status)}
              name={words(`noticeStatus.${status}`)}
              count={countOf(counts?.status, status)}
            />
          ))}
        </ul>
      </section>
      <RegionTree ask={ask} counts={counts?.region} />
      <CategoryTree ask={ask} counts={counts?.category} />
      <AmountFacet ask={ask} />
      <DateFacets ask={ask} />
      <section>
        <h2>{t('facets.type')}</h2>
        <ul>
          {TYPES.filter((type) => shows(counts?.type, type, ask.type)).map((type) => (
            <FacetLink
              key={type}
              to={refined(ask, { type: toggled(ask.type, type) })}
              on={ask.type.includes(type)}
              name={words(`noticeType.${type}`)}
              count={countOf(counts?.type, type)}
            />
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('facets.method')}</h2>
        <ul>
          {(counts?.method ?? []).map(({ key, name, count }) => (
            <FacetLink
              key={key}
              to={refined(ask, { method: toggled(ask.method, key) })}
              on={ask.method.includes(key)}
              name={words(`method.${key as 'BT_COMPARE'}`, { defaultValue: name })}
              count={count}
            />
          ))}
        </ul>
      </section>
    </div>
  )
}

const countOf = (buckets: Bucket[] | undefined, key: string) => buckets?.find((bucket) => bucket.key === key)?.count

/** A choice that would find nothing is not offered, unless it stands. */
const shows = (buckets: Bucket[] | undefined, key: string, chosen: readonly string[]) =>
  buckets === undefined || chosen.includes(key) || (countOf(buckets, key) ?? 0) > 0
