import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { findingsOf } from '../../lib/purchases'
import { Remarks } from '../../ui/remarks'
import styles from './purchase.module.css'

/** What the rules say, as the reviewer reads it. */
export function Findings({ id }: { id: string }) {
  const { t } = useTranslation('purchase')
  const { data } = useQuery(findingsOf(id))
  if (data === undefined) return null
  return (
    <section>
      <h2>{t('findings.title')}</h2>
      {data.length === 0 && <p className={styles.lead}>{t('findings.clean')}</p>}
      <Remarks
        suggestionLabel={t('findings.suggestion')}
        items={data.map(({ severity, pointer, code, detail, rule, suggestion }, at) => ({
          key: `${pointer}${code}${at}`,
          tone: severity === 'ERROR' ? 'wrong' : 'doubt',
          toneName: t(`findings.${severity}`),
          where: null,
          text: detail,
          rule,
          suggestion,
        }))}
      />
    </section>
  )
}
