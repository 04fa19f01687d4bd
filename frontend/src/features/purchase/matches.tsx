import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { Select } from '../../ui/field'
import { LotMatches } from './lot-matches'
import styles from './purchase.module.css'

/** Who was matched, lot by lot: bodies that can bid themselves, and federations with the members that make them fit. */
export function Matches({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('purchase')
  const [chosen, setChosen] = useState(purchase.lots[0]?.id)
  const lot = purchase.lots.find(({ id }) => id === chosen)
  if (lot === undefined) return null
  return (
    <div className={styles.matches}>
      {purchase.lots.length > 1 && (
        <Select label={t('matches.lot')} value={lot.id} onChange={(event) => setChosen(event.target.value)}>
          {purchase.lots.map(({ id, title }, at) => (
            <option key={id} value={id}>
              {t('lot', { number: at + 1, title: title ?? '' })}
            </option>
          ))}
        </Select>
      )}
      <LotMatches key={`d${lot.id}`} lot={lot.id} kind="DIRECT" />
      <LotMatches key={`f${lot.id}`} lot={lot.id} kind="FEDERATION" />
    </div>
  )
}
