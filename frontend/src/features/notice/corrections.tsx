import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Correction } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Diff } from '../../ui/diff'

/** Every correction as old → new; the notice itself never changes. */
export function Corrections({ corrections }: { corrections: Correction[] }) {
  const { t } = useTranslation('notice')
  const language = useLanguage()
  return corrections.map((correction, at) => {
    const title = t('correction.title', { number: at + 1, day: date(correction.publishedAt, language) })
    return (
      <section key={correction.noticeId}>
        <h2>
          <Link to={paths.notice(correction.noticeId)}>{title}</Link>
        </h2>
        <p>{correction.reason}</p>
        <Diff
          caption={title}
          rows={correction.changes.map((change) => ({ key: change.pointer, ...change }))}
          words={{
            label: t('correction.field'),
            before: t('correction.before'),
            after: t('correction.after'),
            none: t('correction.none'),
          }}
        />
      </section>
    )
  })
}
