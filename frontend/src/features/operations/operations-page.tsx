import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import { Page } from '../../ui/page'
import { ClockPart } from './clock-part'
import { IndexPart } from './index-part'
import styles from './operations.module.css'
import { ReferenceParts } from './reference-parts'

/** What keeps the platform going: the index, the working days and amounts it counts with, and in the demo the clock. */
export function OperationsPage({ demoNow }: { demoNow: string | null }) {
  const { t } = useTranslation('operations')
  return (
    <Page title={t('title')}>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>
        <Link to={paths.supervisors}>{t('supervisors.go')}</Link>
      </p>
      <div className={styles.parts}>
        <IndexPart />
        {demoNow !== null && <ClockPart />}
      </div>
      <ReferenceParts />
    </Page>
  )
}
