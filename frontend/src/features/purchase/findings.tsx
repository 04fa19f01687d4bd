import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isGap, pathOf, usePathWords } from '../../lib/path-words'
import { findingsOf } from '../../lib/purchases'
import { Remarks } from '../../ui/remarks'
import styles from './purchase.module.css'

/** What the rules say, as the reviewer reads it. */
export function Findings({ id }: { id: string }) {
  const { t } = useTranslation('purchase')
  const { t: common } = useTranslation()
  const { data } = useQuery(findingsOf(id))
  const wordsOf = usePathWords()
  if (data === undefined) return null
  const gaps = data.filter(({ code }) => isGap(code))
  return (
    <section>
      <h2>{t('findings.title')}</h2>
      {data.length === 0 && <p className={styles.lead}>{t('findings.clean')}</p>}
      <Remarks
        suggestionLabel={t('findings.suggestion')}
        items={data
          .filter(({ code }) => !isGap(code))
          .map(({ severity, pointer, code, detail, rule, ruleVerified, suggestion }, at) => ({
            key: `${pointer}${code}${at}`,
            tone: severity === 'ERROR' ? 'wrong' : 'doubt',
            toneName: t(`findings.${severity}`),
            where: wordsOf(pathOf(pointer)),
            text: detail,
            rule,
            ruleDoubt: ruleVerified ? null : t('findings.ruleDoubt'),
            suggestion,
          }))}
      />
      {gaps.length > 0 && (
        <p className={styles.gaps}>
          <b>{t('findings.gaps', { count: gaps.length })}</b>
          {gaps.map(({ pointer }) => wordsOf(pathOf(pointer))).join(common('errors.separator'))}
        </p>
      )}
    </section>
  )
}
