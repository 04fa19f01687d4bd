import { useTranslation } from 'react-i18next'
import type { Correction } from '../../api/types'
import { CorrectionDiff } from '../../ui/correction-diff'
import styles from './drafting.module.css'
import { FindingsPanel } from './findings-panel'

/** What the notice would show: old and new, and the deadline in words. */
export function CorrectionPreview({ seen, stale }: { seen: Correction | undefined; stale: boolean }) {
  const { t } = useTranslation('drafting')
  return (
    <>
      <section className={styles.panel} aria-labelledby="changes-title" aria-busy={stale}>
        <h2 id="changes-title">{t('correction.preview')}</h2>
        {seen === undefined || seen.changes.length === 0 ? (
          <p className={styles.panelLead}>{t('correction.nothing')}</p>
        ) : (
          <CorrectionDiff items={seen.changes} before={seen.deadlineBefore} after={seen.text.bidDeadline} />
        )}
      </section>
      <FindingsPanel findings={seen?.findings.filter(({ code }) => code !== 'correction-empty')} stale={stale} />
    </>
  )
}
