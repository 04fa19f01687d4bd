import { useTranslation } from 'react-i18next'
import type { Finding } from '../../api/types'
import { Remarks } from '../../ui/remarks'
import styles from './portal-result.module.css'
import { isEmpty, usePlaceWords } from './troubles'

/** What the rules say about the result as it stands: what is wrong, what is doubtful, and how much is still missing. */
export function Findings({ findings, stale }: { findings: readonly Finding[] | undefined; stale: boolean }) {
  const { t } = useTranslation('portal-result')
  const placeWords = usePlaceWords()
  const all = findings ?? []
  const rules = all.filter(({ code }) => !isEmpty(code))
  const gaps = all.length - rules.length
  return (
    <section className={styles.panel} aria-labelledby="findings-title" aria-busy={stale}>
      <h2 id="findings-title">{t('findings.title')}</h2>
      <p role="status">
        {findings === undefined
          ? t('findings.waiting')
          : all.length === 0
            ? t('findings.clean')
            : t('findings.sum', { rules: rules.length, gaps })}
      </p>
      <Remarks
        suggestionLabel=""
        items={rules.map((finding, at) => ({
          key: `${finding.pointer}${finding.code}${at}`,
          tone: finding.severity === 'ERROR' ? 'wrong' : 'doubt',
          toneName: t(`findings.${finding.severity}`),
          where: placeWords(finding.pointer),
          text: finding.detail,
          rule: finding.rule,
          ruleDoubt: null,
        }))}
      />
    </section>
  )
}
