import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bucket } from '../../api/types'
import { categoriesUnder, PROVINCE, regionsUnder } from '../../lib/reference'
import { FacetLink } from './facet-link'
import styles from './facets.module.css'
import { type NoticeSearch, refined, toggledInTree } from './search-params'

type Kind = 'region' | 'category'
type TreeNode = { code: string; name: string; childCount: number }

const FEW = 8

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
  const [all, setAll] = useState(false)
  const { t } = useTranslation('search')
  const nodes: TreeNode[] = (kind === 'region' ? regions.data : categories.data) ?? []
  const few = fewOf(nodes, ask[kind], counts)
  const rest = nodes.length - few.length
  return (
    <ul>
      {(all ? nodes : few).map((node) => (
        <Node key={node.code} kind={kind} node={node} ask={ask} counts={counts} />
      ))}
      {rest > 0 && (
        <li>
          <button type="button" className={styles.others} onClick={() => setAll(!all)}>
            {all ? t('facets.fewer') : t('facets.others', { count: rest })}
          </button>
        </li>
      )}
    </ul>
  )
}

/** A level shows the chosen path alone, else the nodes with most purchases; the others are one press away. */
function fewOf(nodes: TreeNode[], chosen: string[], counts: Bucket[] | undefined): TreeNode[] {
  const onPath = nodes.filter(({ code }) => chosen.some((one) => one.startsWith(code)))
  if (onPath.length > 0) return onPath
  if (nodes.length <= FEW + 2) return nodes
  const countOf = ({ code }: TreeNode) => counts?.find(({ key }) => key === code)?.count ?? 0
  const fullest = [...nodes].sort((left, right) => countOf(right) - countOf(left)).slice(0, FEW)
  return nodes.filter((node) => fullest.includes(node))
}

function Node({ kind, node, ask, counts }: TreeProps & { kind: Kind; node: TreeNode }) {
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
