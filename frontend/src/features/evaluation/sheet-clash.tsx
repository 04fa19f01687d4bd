import { useTranslation } from 'react-i18next'
import type { Desk } from '../../api/types'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Diff } from '../../ui/diff'
import type { Typed, TypedSheet } from './sheet-merge'
import { type Clash, cellOf } from './use-sheet'

interface SheetClashProps {
  desk: Desk
  mine: TypedSheet
  clash: Clash
  onSettle: (keepMine: boolean) => void
  onLater: () => void
}

const wordsOf = (typed: Typed | undefined) => [typed?.points, typed?.reason].filter(Boolean).join(' · ') || null

/** Cells that two windows of one person wrote in: nothing is overwritten before one is chosen. */
export function SheetClash({ desk, mine, clash, onSettle, onLater }: SheetClashProps) {
  const { t } = useTranslation('evaluation')
  const rows = desk.bids.flatMap((bid) =>
    desk.items.flatMap((item, place) => {
      const cell = cellOf(bid.id, place)
      if (!clash.cells.includes(cell)) return []
      const label = `${bid.body.name} · ${item.name}`
      return [{ key: cell, label, before: wordsOf(clash.theirs[cell]), after: wordsOf(mine[cell]) }]
    }),
  )
  return (
    <Dialog
      open
      title={t('clash.title')}
      onClose={onLater}
      actions={
        <>
          <Button onClick={() => onSettle(true)}>{t('clash.mine')}</Button>
          <Button weight="ghost" onClick={() => onSettle(false)}>
            {t('clash.theirs')}
          </Button>
        </>
      }
    >
      <p>{t('clash.lead')}</p>
      <Diff
        caption={t('clash.title')}
        rows={rows}
        words={{ label: t('clash.item'), before: t('clash.there'), after: t('clash.here'), none: t('clash.none') }}
      />
    </Dialog>
  )
}
