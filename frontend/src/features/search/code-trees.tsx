import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bucket } from '../../api/types'
import { categoriesUnder, PROVINCE, regionsUnder } from '../../lib/reference'
import { FacetLink } from './facet-link'
import styles from './facets.module.css'
import { type NoticeSearch, refined, toggledInTree } from './search-params'

type Kind = 'region' | 'category'

interface TreeProps {
  ask: NoticeSearch
  counts: Bucket[] | undefined
}

export function RegionTree(props: TreeProps) {
  const { t } = useTranslation('search')
  return (
    <section>
      <h2>{t('facets.region')}</h2>
      <Level kind="region" parent={PROVINCE} {...props} />
    </section>
  )
}

export function CategoryTree(props: TreeProps) {
  const { t } = useTranslation('search')
  return (
    <section>
      <h2>{t('facets.category')}</h2>
      <Level kind="category" parent={null} {...props} />
    </section>
  )
}

/** One level of the tree; its children are fetched when it is opened. */
function Level({ kind, parent, ask, counts }: TreeProps & { kind: Kind; parent: string | null }) {
  const regions = useQuery({ ...regionsUnder(parent ?? PROVINCE), enabled: kind === 'region' })
  const categories = useQuery({ ...categoriesUnder(parent), enabled: kind === 'category' })
  const nodes = (kind === 'region' ? regions.data : categories.data) ?? []
  return (
    <ul>
      {nodes.map((node) => (
        <Node key={node.code} kind={kind} node={node} ask={ask} counts={counts} />
      ))}
    </ul>
  )
}

function Node({
  kind,
  node,
  ask,
  counts,
}: TreeProps & { kind: Kind; node: { code: string; name: string; childCount: number } }) {
  const { t } = useTranslation('search')
  const chosen = ask[kind]
  const leads = chosen.some((code) => code.startsWith(node.code))
  // Open along the chosen path until someone says otherwise.
  const [touched, setTouched] = useState<boolean | null>(null)
  const open = touched ?? leads
  const expander = node.childCount > 0 && (
    <button
      type="button"
      className={styles.expander}
      aria-expanded={open}
      aria-label={t(open ? 'facets.collapse' : 'facets.expand', { name: node.name })}
      onClick={() => setTouched(!open)}
    />
  )
  return (
    <FacetLink
      to={refined(ask, { [kind]: toggledInTree(chosen, node.code) })}
      on={chosen.includes(node.code)}
      name={node.name}
      count={counts?.find(({ key }) => key === node.code)?.count}
      expander={expander || <span className={styles.leaf} />}
    >
      {open && <Level kind={kind} parent={node.code} ask={ask} counts={counts} />}
    </FacetLink>
  )
}
