import { useTranslation } from 'react-i18next'
import type { Citation } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import type { Asker } from './body'
import styles from './may-i-bid.module.css'

/** On what a verdict rests: what, by whom, for which days, since when the platform knows, and the paper that shows it. */
export function Citations({ citations, asker }: { citations: Citation[]; asker: Asker }) {
  const { t } = useTranslation('matching')
  const language = useLanguage()
  if (citations.length === 0) return null
  return (
    <ul className={styles.citations} aria-label={t('cited.label')}>
      {citations.map((one) => (
        <li key={one.id}>
          <span>{one.kindName}</span>
          {one.source && <span>{one.source}</span>}
          {one.from && (
            <span>
              {one.to
                ? t('cited.days', { from: date(one.from, language), to: date(one.to, language) })
                : t('cited.since', { from: date(one.from, language) })}
            </span>
          )}
          {one.knownAt && <span>{t('cited.known', { at: date(one.knownAt, language) })}</span>}
          {one.origin === 'SELF' && <span>{t(one.confirmedAt === null ? 'cited.self' : 'cited.confirmed')}</span>}
          {one.evidenceId && <Evidence citation={one} file={one.evidenceId} asker={asker} />}
        </li>
      ))}
    </ul>
  )
}

function Evidence({ citation, file, asker }: { citation: Citation; file: string; asker: Asker }) {
  const { t } = useTranslation('matching')
  if (citation.type !== 'FACT') return <span>{t('cited.onFile')}</span>
  if (citation.bodyId === asker.body) return <a href={paths.ownEvidence(file)}>{t('cited.evidence')}</a>
  if (asker.registrar) return <a href={paths.evidence(citation.bodyId, file)}>{t('cited.evidence')}</a>
  return <span>{t('cited.onFile')}</span>
}
