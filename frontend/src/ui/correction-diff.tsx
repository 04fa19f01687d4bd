import { useTranslation } from 'react-i18next'
import { dateTime } from '../lib/format'
import { useLanguage } from '../lib/use-language'
import { Diff } from './diff'

interface Item {
  label: string
  before: string | null
  after: string | null
}

/** What a correction changes, field by field, with its effect on the deadline in words. */
export function CorrectionDiff({
  items,
  before,
  after,
}: {
  items: readonly Item[]
  /** Until when bids were taken, and are now. */
  before: string
  after: string
}) {
  const { t } = useTranslation('correction')
  const language = useLanguage()
  return (
    <>
      <p>
        <b>
          {Date.parse(before) === Date.parse(after)
            ? t('stays', { at: dateTime(after, language) })
            : t('putOff', { before: dateTime(before, language), after: dateTime(after, language) })}
        </b>
      </p>
      <Diff
        caption={t('caption')}
        rows={items.map((item, at) => ({ key: `${at}`, label: item.label, before: item.before, after: item.after }))}
        words={{
          label: t('field'),
          before: t('before'),
          after: t('after'),
          none: t('none'),
        }}
      />
    </>
  )
}
