import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { paths } from '../../lib/paths'
import { oneOf, write } from '../../lib/search-params'
import { Page } from '../../ui/page'
import { Tabs } from '../../ui/tabs'
import type { Body } from './body'
import styles from './feed.module.css'
import { FeedList } from './feed-list'

const TABS = ['fit', 'near'] as const

/** 机会: what the caller's body could take on now, best first, and what one single thing keeps away. */
export function FeedPage({ body }: { body: Body }) {
  const { t } = useTranslation('feed')
  const [params, setParams] = useSearchParams()
  const open = oneOf(params, 'tab', TABS) ?? 'fit'
  const tabs = TABS.map((key) => ({
    key,
    label: t(`tab.${key}`),
    panel: <FeedList key={key} near={key === 'near'} body={body} />,
  }))
  return (
    <Page title={t('title')}>
      <header className={styles.head}>
        <div>
          <h1>{t('title')}</h1>
          <p>{t(`lead.${body.kind}`, { name: body.name })}</p>
        </div>
        <nav className={styles.ways} aria-label={t('title')}>
          {body.kind !== 'FILED_GROUP' && <Link to={paths.ownBids}>{t('ownBids')}</Link>}
          <Link to={paths.telling}>{t('telling.link')}</Link>
        </nav>
      </header>
      <Tabs
        tabs={tabs}
        open={open}
        onOpen={(key) => setParams(write({ tab: key === 'fit' ? null : key }), { replace: true })}
        label={t('tab.label')}
      />
    </Page>
  )
}
