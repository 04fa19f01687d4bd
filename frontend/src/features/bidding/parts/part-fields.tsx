import { useTranslation } from 'react-i18next'
import type { Candidate, Roster } from '../../../api/types'
import { dateTime, yuan } from '../../../lib/format'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { TextArea, TextField } from '../../../ui/field'
import { Mark, type Tone } from '../../../ui/strip'
import division from '../division.module.css'
import styles from './parts.module.css'
import type { PartRow } from './parts-draft'
import { pointsOf, WHOLE } from './shares'

type Answered = Roster['parts'][number]

export const TONE: Record<Answered['consent'], Tone> = {
  ASKED: 'unknown',
  CONSENTED: 'met',
  DECLINED: 'not',
  REVOKED: 'not',
}

interface PartFieldsProps {
  index: number
  row: PartRow
  /** Undefined for a group that left since. */
  candidate: Candidate | undefined
  /** What the group answered to the part as it is saved. */
  answered: Answered | undefined
  budgetFen: number
  errorOf: (field: string) => string | undefined
  onChange: (row: PartRow) => void
  onRemove: () => void
}

/** One group: what it does, for which share, whether it may and whether it agreed. */
export function PartFields({
  index,
  row,
  candidate,
  answered,
  budgetFen,
  errorOf,
  onChange,
  onRemove,
}: PartFieldsProps) {
  const { t } = useTranslation('roster')
  const language = useLanguage()
  const name = candidate?.group.name ?? answered?.group.name ?? ''
  const field = (part: keyof PartRow) => `parts.${index}.${part}`
  const most = Math.floor((budgetFen * (pointsOf(row.share) ?? 0)) / WHOLE)
  const cap = candidate?.capFen ?? 0
  return (
    <fieldset className={division.part} id={field('group')} tabIndex={-1}>
      <legend>{name}</legend>
      {errorOf(field('group')) && <p className={division.error}>{errorOf(field('group'))}</p>}
      <p className={styles.state} role="status">
        <Mark tone={answered === undefined ? 'unknown' : TONE[answered.consent]} />
        {answered === undefined ? t('consent.unsaved') : t(`consent.${answered.consent}`)}
        {answered?.answeredAt && <small>{dateTime(answered.answeredAt, language)}</small>}
      </p>
      {candidate?.obstacles.map(({ code, title, detail }) => (
        <p key={code} className={division.obstacle}>
          <b>{title}</b>
          {detail}
        </p>
      ))}
      <TextArea
        id={field('task')}
        label={t('part.task')}
        hint={t('part.taskHint')}
        rows={3}
        maxLength={1000}
        value={row.task}
        error={errorOf(field('task'))}
        onChange={({ target }) => onChange({ ...row, task: target.value })}
      />
      <TextArea
        id={field('deliverables')}
        label={t('part.deliverables')}
        hint={t('part.deliverablesHint')}
        rows={3}
        maxLength={1000}
        value={row.deliverables}
        error={errorOf(field('deliverables'))}
        onChange={({ target }) => onChange({ ...row, deliverables: target.value })}
      />
      <TextField
        id={field('share')}
        label={t('part.share')}
        hint={cap > 0 ? t('part.cap', { yuan: yuan(cap, language) }) : undefined}
        inputMode="decimal"
        className={division.share}
        value={row.share}
        error={errorOf(field('share'))}
        onChange={({ target }) => onChange({ ...row, share: target.value })}
      />
      {cap > 0 && most > cap && (
        <p className={styles.quiet}>{t('part.overCap', { most: yuan(most, language), cap: yuan(cap, language) })}</p>
      )}
      <p>
        <Button weight="quiet" aria-label={t('part.removeOf', { name })} onClick={onRemove}>
          {t('part.remove')}
        </Button>
      </p>
    </fieldset>
  )
}
