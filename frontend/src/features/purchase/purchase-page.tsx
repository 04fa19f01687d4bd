import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import type { Purchase } from '../../api/types'
import { paths } from '../../lib/paths'
import { purchaseOf } from '../../lib/purchases'
import { oneOf, write } from '../../lib/search-params'
import { Page } from '../../ui/page'
import { type Tab, Tabs } from '../../ui/tabs'
import { Comparison } from './comparison'
import { Content } from './content'
import { Correction } from './correction'
import { Decision } from './decision'
import { DraftActions } from './draft-actions'
import { History } from './history'
import { Matches } from './matches'
import { Outcomes } from './outcomes'
import { Published } from './published'
import styles from './purchase.module.css'
import type { Staff } from './staff'
import { Stages } from './stages'
import { StateWord } from './state-word'

const TABS = ['changes', 'content', 'matches', 'history'] as const

interface PurchasePageProps {
  staff: Staff
  opening: (lot: string) => ReactNode
  /** The way to the result that the portal published. */
  portal: (lot: string) => ReactNode
}

/** One purchase of the department: where it stands, what it says, who did what, and what can be done now. */
export function PurchasePage({ staff, opening, portal }: PurchasePageProps) {
  const { t } = useTranslation('purchase')
  const { id = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const { data: purchase } = useSuspenseQuery(purchaseOf(id))
  const tabs = tabsFor(purchase).map(
    (key): Tab => ({
      key,
      label: t(`part.${key}`),
      panel: <Part name={key} purchase={purchase} />,
    }),
  )
  const open = oneOf(params, 'tab', TABS) ?? tabs[0]?.key ?? 'content'
  const title = purchase.title || t('untitled')
  return (
    <Page title={title}>
      <header className={styles.head}>
        <p>
          <Link to={paths.purchases}>{t('back')}</Link>
        </p>
        <p className={styles.plain}>
          <StateWord state={purchase.state} deadline={purchase.bidDeadline} />
          <span>{purchase.department.name}</span>
          <span>{purchase.number ?? t('noNumber')}</span>
        </p>
        <h1>{title}</h1>
        <Stages purchase={purchase} />
      </header>
      <div className={styles.columns}>
        <div className={styles.body}>
          <Tabs tabs={tabs} open={open} onOpen={(tab) => setParams(write({ tab }), { replace: true })} label={title} />
        </div>
        <aside className={styles.aside} aria-label={t('next')}>
          {purchase.state === 'DRAFT' && <DraftActions purchase={purchase} staff={staff} />}
          {purchase.state === 'IN_REVIEW' && <Decision purchase={purchase} staff={staff} />}
          {purchase.number !== null && <Published purchase={purchase} />}
          {purchase.state === 'PUBLISHED' && <Correction purchase={purchase} staff={staff} />}
          {purchase.number !== null && <Outcomes purchase={purchase} staff={staff} opening={opening} portal={portal} />}
        </aside>
      </div>
    </Page>
  )
}

/** The reviewer sees first what changed; the writer what stands there; later who could bid. */
const tabsFor = ({ state }: Purchase): (typeof TABS)[number][] => {
  if (state === 'IN_REVIEW') return ['changes', 'content', 'history']
  if (state === 'DRAFT') return ['content', 'changes', 'history']
  return ['content', 'matches', 'history']
}

function Part({ name, purchase }: { name: (typeof TABS)[number]; purchase: Purchase }) {
  switch (name) {
    case 'changes':
      return <Comparison purchase={purchase} />
    case 'content':
      return <Content purchase={purchase} />
    case 'matches':
      return <Matches purchase={purchase} />
    case 'history':
      return <History purchase={purchase} />
  }
}
