import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PurchaseState, PurchaseSummary } from '../../api/types'
import { useNow } from '../../lib/clock'
import { shortDateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { ActionLink } from '../../ui/button'
import { type Column, DataTable } from '../../ui/data-table'
import { Deadline } from '../../ui/deadline'
import { EmptyState } from '../../ui/empty-state'
import { ListEnd } from '../../ui/list-end'
import { Money } from '../../ui/money'
import { Skeleton } from '../../ui/skeleton'
import styles from './purchase.module.css'
import { purchasesIn } from './queries'
import type { Staff } from './staff'
import { StateWord } from './state-word'

export function PurchaseTable({ state, staff }: { state: PurchaseState | null; staff: Staff }) {
  const { t } = useTranslation('purchase')
  const columns = useColumns(staff)
  const query = useInfiniteQuery({ ...purchasesIn(state), throwOnError: true })
  if (query.data === undefined) return <Skeleton lines={8} />
  const rows = query.data.pages.flatMap(({ items }) => items)
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Empty state={state} staff={staff} />}
      />
      <ListEnd query={query} />
    </>
  )
}

function useColumns(staff: Staff): Column<PurchaseSummary>[] {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  const now = useNow()
  const to = ({ id, state }: PurchaseSummary) =>
    state === 'DRAFT' && staff.officer ? paths.editPurchase(id) : paths.purchase(id)
  return [
    {
      key: 'title',
      header: t('column.title'),
      cell: (row) => (
        <div className={styles.name}>
          <Link to={to(row)}>{row.title || t('untitled')}</Link>
          <small>{row.number ?? t('noNumber')}</small>
        </div>
      ),
    },
    { key: 'state', header: t('column.state'), cell: (row) => <StateCell row={row} /> },
    {
      key: 'deadline',
      header: t('column.deadline'),
      cell: ({ bidDeadline }) => (bidDeadline === null ? '—' : <Deadline at={bidDeadline} full />),
    },
    {
      key: 'updated',
      header: t('column.updated'),
      cell: ({ updatedAt, updatedBy }) => (
        <span className={styles.updated}>
          {shortDateTime(updatedAt, language, now)}
          <small>{updatedBy}</small>
        </span>
      ),
    },
    {
      key: 'budget',
      header: t('column.budget'),
      align: 'end',
      cell: ({ budgetFen }) => (
        <div className={styles.amount}>
          <Money fen={budgetFen} />
        </div>
      ),
    },
  ]
}

function StateCell({ row: { state, bidDeadline, findings } }: { row: PurchaseSummary }) {
  const { t } = useTranslation('purchase')
  const open = state === 'DRAFT' || state === 'IN_REVIEW'
  return (
    <span className={styles.stateCell}>
      <StateWord state={state} deadline={bidDeadline} />
      {open && findings.errors > 0 && <small>{t('findings.errors', { count: findings.errors })}</small>}
      {open && findings.warnings > 0 && <small>{t('findings.warnings', { count: findings.warnings })}</small>}
    </span>
  )
}

function Empty({ state, staff }: { state: PurchaseState | null; staff: Staff }) {
  const { t } = useTranslation('purchase')
  const key = state === 'DRAFT' || state === 'IN_REVIEW' || state === 'PUBLISHED' ? state : 'ALL'
  return (
    <EmptyState
      title={t(`empty.${key}Title`)}
      actions={staff.officer && <ActionLink to={paths.newPurchase}>{t('new')}</ActionLink>}
    >
      {t(staff.officer ? `empty.${key}` : 'empty.approver')}
    </EmptyState>
  )
}
