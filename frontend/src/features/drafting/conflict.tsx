import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { dateTime } from '../../lib/format'
import { usePathWords } from '../../lib/path-words'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Diff } from '../../ui/diff'
import { differences } from './differences'
import { type DraftForm, formOf } from './draft-form'

interface ConflictProps {
  mine: DraftForm
  theirs: Purchase
  onSettle: (keepMine: boolean) => void
  onLater: () => void
}

/** Two versions side by side; nothing is overwritten before one of them is chosen. */
export function Conflict({ mine, theirs, onSettle, onLater }: ConflictProps) {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  const wordsOf = usePathWords()
  const last = theirs.history.reduce<Purchase['history'][number] | undefined>(
    (latest, act) => (latest === undefined || act.at > latest.at ? act : latest),
    undefined,
  )
  const rows = differences(mine, formOf(theirs)).map((one) => ({
    key: one.path,
    label: wordsOf(one.path),
    before: one.theirs,
    after: one.mine,
  }))
  return (
    <Dialog
      open
      title={t('conflict.title')}
      onClose={onLater}
      actions={
        <>
          <Button onClick={() => onSettle(true)}>{t('conflict.mine')}</Button>
          <Button weight="ghost" onClick={() => onSettle(false)}>
            {t('conflict.theirs')}
          </Button>
        </>
      }
    >
      <p>
        {last === undefined
          ? t('conflict.lead')
          : t('conflict.leadBy', { by: last.by, at: dateTime(last.at, language) })}
      </p>
      <Diff
        caption={t('conflict.title')}
        rows={rows}
        words={{
          label: t('conflict.field'),
          before: t('conflict.before'),
          after: t('conflict.after'),
          none: t('conflict.none'),
        }}
      />
    </Dialog>
  )
}
