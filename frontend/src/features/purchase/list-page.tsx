import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { PurchaseState } from '../../api/types'
import { paths } from '../../lib/paths'
import { oneOf, write } from '../../lib/search-params'
import { ActionLink } from '../../ui/button'
import { Page } from '../../ui/page'
import { Tabs } from '../../ui/tabs'
import styles from './purchase.module.css'
import { PurchaseTable } from './purchase-table'
import type { Staff } from './staff'

const STATES = ['DRAFT', 'IN_REVIEW', 'PUBLISHED'] as const satisfies readonly PurchaseState[]
const ALL = 'ALL'

/** 我的采购: everything the department writes, reviews and has published, by where it stands. */
export function ListPage({ staff }: { staff: Staff }) {
  const { t } = useTranslation('purchase')
  const [params, setParams] = useSearchParams()
  const state = oneOf(params, 'state', STATES)
  const open = (key: string) => setParams(write({ state: key === ALL ? null : key }), { replace: true })
  const tabs = [ALL, ...STATES].map((key) => ({
    key,
    label: t(`tab.${key as 'ALL'}`),
    panel: <PurchaseTable state={key === ALL ? null : (key as PurchaseState)} staff={staff} />,
  }))
  return (
    <Page title={t('title')}>
      <header className={styles.listHead}>
        <div>
          <h1>{t('title')}</h1>
          <p>{t(staff.officer ? 'lead' : 'leadApprover')}</p>
        </div>
        {staff.officer && <ActionLink to={paths.newPurchase}>{t('new')}</ActionLink>}
      </header>
      <Tabs tabs={tabs} open={state ?? ALL} onOpen={open} label={t('tab.label')} />
    </Page>
  )
}
