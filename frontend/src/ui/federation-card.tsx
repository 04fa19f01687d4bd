import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { cx } from './cx'
import styles from './federation-card.module.css'

export interface Tile {
  key: string
  name: string
  /** What this member brings, or what is missing. */
  brings?: string | undefined
  lit: boolean
  to?: string | undefined
}

interface FederationCardProps {
  title: ReactNode
  lead?: ReactNode
  tiles: readonly Tile[]
  litName: string
  darkName: string
  /** How the tiles are introduced to a screen reader. */
  label: string
}

/** The federation with its members as small tiles: lit where one covers what is needed, dark where something is missing. */
export function FederationCard({ title, lead, tiles, litName, darkName, label }: FederationCardProps) {
  return (
    <div className={styles.card}>
      <p className={styles.title}>{title}</p>
      {lead && <div className={styles.lead}>{lead}</div>}
      <ul className={styles.tiles} aria-label={label}>
        {tiles.map((tile) => (
          <li key={tile.key} className={cx(styles.tile, tile.lit ? styles.lit : styles.dark)}>
            {tile.to === undefined ? <b>{tile.name}</b> : <Link to={tile.to}>{tile.name}</Link>}
            {tile.brings && <span>{tile.brings}</span>}
            <span className="visually-hidden">{tile.lit ? litName : darkName}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
