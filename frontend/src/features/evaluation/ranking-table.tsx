import { useTranslation } from 'react-i18next'
import type { Evaluation } from '../../api/types'
import { yuan } from '../../lib/format'
import { pointsText } from '../../lib/points'
import { type Judged, winnerOf } from '../../lib/ranking'
import { useLanguage } from '../../lib/use-language'
import { type Column, DataTable } from '../../ui/data-table'
import styles from './evaluation.module.css'

type Place = Evaluation['ranking'][number]

/** Places, prices and points; what decided between equals is said, and who was passed over. */
export function RankingTable({ ranking, bids, scored }: { ranking: Place[]; bids: Judged['bids']; scored: boolean }) {
  const { t } = useTranslation('evaluation')
  const language = useLanguage()
  const winner = winnerOf(ranking, bids)
  const passed = new Set(bids.filter(({ excludedAt }) => excludedAt === 'AWARD').map(({ id }) => id))
  const points: Column<Place>[] = [
    { key: 'technical', header: t('ranking.technical'), align: 'end', cell: (row) => pointsText(row.technical) },
    { key: 'price', header: t('ranking.priceScore'), align: 'end', cell: (row) => pointsText(row.price) },
    { key: 'total', header: t('ranking.total'), align: 'end', cell: (row) => <b>{pointsText(row.total)}</b> },
  ]
  return (
    <DataTable
      caption={t('ranking.title')}
      rows={ranking}
      rowKey={(row) => row.bid}
      empty={<p>{t('ranking.none')}</p>}
      columns={[
        { key: 'rank', header: t('ranking.rank'), cell: (row) => <b>{row.rank}</b> },
        {
          key: 'name',
          header: t('ranking.bidder'),
          cell: (row) => (
            <>
              <span className={row === winner ? styles.first : undefined}>{row.name}</span>
              {passed.has(row.bid) && <small> · {t('excluded.AWARD')}</small>}
              {row.tieBreak && <small> · {t(`ranking.tie.${row.tieBreak}`)}</small>}
            </>
          ),
        },
        { key: 'fen', header: t('ranking.price'), align: 'end', cell: (row) => yuan(row.priceFen, language) },
        ...(scored ? points : []),
      ]}
    />
  )
}
