import { useTranslation } from 'react-i18next'
import type { Finding } from '../../api/types'
import { isGap, pathOf, usePathWords } from '../../lib/path-words'
import { Remarks } from '../../ui/remarks'
import styles from './drafting.module.css'
import { leadTo } from './leading'

/** What the rules say about the draft as it was saved last: what is unlawful, what is doubtful, what is still missing. */
export function FindingsPanel({ findings, stale }: { findings: readonly Finding[] | undefined; stale: boolean }) {
  const { t } = useTranslation('drafting')
  const wordsOf = usePathWords()
  const all = findings ?? []
  const gaps = all.filter(({ code }) => isGap(code))
  const rules = all.filter(({ code }) => !isGap(code))
  const errors = rules.filter(({ severity }) => severity === 'ERROR').length
  const lead = ({ pointer }: Finding) => (
    <button type="button" onClick={() => leadTo(pathOf(pointer))}>
      {wordsOf(pathOf(pointer))}
    </button>
  )
  return (
    <section className={styles.panel} aria-labelledby="findings-title" aria-busy={stale}>
      <h2 id="findings-title">{t('findings.title')}</h2>
      <p role="status" className={styles.panelLead}>
        {findings === undefined
          ? t('findings.waiting')
          : all.length === 0
            ? t('findings.clean')
            : t('findings.sum', { errors, warnings: rules.length - errors, gaps: gaps.length })}
      </p>
      <Remarks
        suggestionLabel={t('findings.suggestion')}
        items={rules.map((finding, at) => ({
          key: `${finding.pointer}${finding.code}${at}`,
          tone: finding.severity === 'ERROR' ? 'wrong' : 'doubt',
          toneName: t(`findings.${finding.severity}`),
          where: lead(finding),
          text: finding.detail,
          rule: finding.rule,
          ruleDoubt: finding.ruleVerified ? null : t('findings.ruleDoubt'),
          suggestion: finding.suggestion,
        }))}
      />
      {gaps.length > 0 && (
        <details className={styles.gaps} open={rules.length === 0}>
          <summary>{t('findings.gaps', { count: gaps.length })}</summary>
          <ul>
            {gaps.map((gap) => (
              <li key={gap.pointer}>{lead(gap)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
