import { useTranslation } from 'react-i18next'
import type { Debrief, Evaluation } from '../../api/types'
import { yuan } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { DataTable } from '../../ui/data-table'
import { Strip } from '../../ui/strip'
import styles from './evaluation.module.css'
import { Members } from './members'
import { useReason } from './use-reason'

type Row = Omit<Evaluation['bids'][number], 'declared' | 'judgements'> & { consortium?: Debrief['consortium'] }

/** The opened bids and what became of each, once that was found. */
export function BidsTable({ bids, reviewed }: { bids: Row[]; reviewed: boolean }) {
  const { t } = useTranslation('evaluation')
  const language = useLanguage()
  const reasonOf = useReason()
  return (
    <DataTable
      caption={t('bids.title')}
      rows={bids}
      rowKey={(row) => row.id}
      empty={<p>{t('bids.none')}</p>}
      columns={[
        {
          key: 'name',
          header: t('ranking.bidder'),
          cell: ({ body, consortium = [] }) => (
            <>
              {body.name}
              {consortium.length > 0 && <Members members={consortium} />}
            </>
          ),
        },
        {
          key: 'state',
          header: t('bids.state'),
          cell: (row) =>
            row.excludedAt == null ? (
              reviewed ? (
                <Strip tone="met">{t('bids.counts')}</Strip>
              ) : (
                t('bids.unreviewed')
              )
            ) : (
              <>
                <Strip tone="not">{t(`excluded.${row.excludedAt}`)}</Strip>
                {row.reason && <p className={styles.text}>{reasonOf(row)}</p>}
              </>
            ),
        },
        {
          key: 'price',
          header: t('ranking.price'),
          align: 'end',
          cell: (row) => (row.priceFen == null ? t('bids.priceLater') : yuan(row.priceFen, language)),
        },
      ]}
    />
  )
}
