import { useTranslation } from 'react-i18next'
import { yuan } from '../../../lib/format'
import { useLanguage } from '../../../lib/use-language'
import styles from './parts.module.css'
import type { AllocationPart } from './parts-draft'
import { shareWords } from './shares'

/** 成员分工: the price to the fen; a federation's own part and its fee in the open, the lead of a consortium first. */
export function AllocationTable({ allocation }: { allocation: AllocationPart }) {
  const { t } = useTranslation('roster')
  const language = useLanguage()
  const total = allocation.parts.reduce((sum, { fen }) => sum + fen, allocation.ownFen + allocation.feeFen)
  const line = (key: string, who: string, what: string | null, share: number, fen: number) => (
    <tr key={key}>
      <th scope="row">
        {who}
        {what && <small>{what}</small>}
      </th>
      <td>{shareWords(share)}</td>
      <td>{yuan(fen, language)}</td>
    </tr>
  )
  return (
    <table className={styles.table}>
      <caption>{t('table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.who')}</th>
          <th scope="col">{t('table.share')}</th>
          <th scope="col">{t('table.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {allocation.lead !== undefined && line('own', allocation.lead, null, allocation.ownShare, allocation.ownFen)}
        {allocation.parts.map(({ group, name, task, share, fen }) => line(group, name, task, share, fen))}
        {allocation.lead === undefined && (
          <>
            {line('own', t('table.own'), null, allocation.ownShare, allocation.ownFen)}
            {line('fee', t('table.fee'), null, allocation.fee, allocation.feeFen)}
          </>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('table.total')}</th>
          <td>100%</td>
          <td>{yuan(total, language)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
