import { useTranslation } from 'react-i18next'
import type { ConsortiumMember } from '../../../api/types'
import { Button } from '../../../ui/button'
import { TextArea, TextField } from '../../../ui/field'
import { Mark } from '../../../ui/strip'
import division from '../division.module.css'
import type { MemberRow } from './agreement-draft'
import styles from './consortium.module.css'

interface MemberFieldsProps {
  index: number
  row: MemberRow
  leads: boolean
  /** What the law says of it; undefined until it is asked. */
  lawful: ConsortiumMember | undefined
  errorOf: (field: string) => string | undefined
  onChange: (row: MemberRow) => void
  onRemove: () => void
}

/** One member: what it does, for which share, and whether the law lets it be one. */
export function MemberFields({ index, row, leads, lawful, errorOf, onChange, onRemove }: MemberFieldsProps) {
  const { t } = useTranslation('consortium')
  const field = (part: keyof MemberRow) => `members.${index}.${part}`
  return (
    <fieldset className={division.part} id={field('body')} tabIndex={-1}>
      <legend>
        {row.name}
        {leads && <small>{t('text.lead')}</small>}
      </legend>
      {errorOf(field('body')) && <p className={division.error}>{errorOf(field('body'))}</p>}
      {lawful !== undefined && (
        <p className={styles.state}>
          <Mark tone={lawful.admissible ? 'met' : 'not'} />
          {t(lawful.admissible ? 'member.lawful' : 'member.unlawful')}
        </p>
      )}
      {lawful?.admissible === false && (
        <p className={division.obstacle}>
          {lawful.verdicts
            .filter(({ verdict }) => verdict === 'NOT_MET')
            .map(({ fact, rule }) => (
              <span key={rule}>
                {fact}
                <small>{rule}</small>
              </span>
            ))}
          {lawful.alternative && <b>{lawful.alternative}</b>}
        </p>
      )}
      <TextArea
        id={field('work')}
        label={t('member.work')}
        hint={t('member.workHint')}
        rows={3}
        maxLength={1000}
        value={row.work}
        error={errorOf(field('work'))}
        onChange={({ target }) => onChange({ ...row, work: target.value })}
      />
      <TextField
        id={field('share')}
        label={t('member.share')}
        inputMode="decimal"
        className={division.share}
        value={row.share}
        error={errorOf(field('share'))}
        onChange={({ target }) => onChange({ ...row, share: target.value })}
      />
      {!leads && (
        <p>
          <Button weight="quiet" aria-label={t('member.removeOf', { name: row.name })} onClick={onRemove}>
            {t('member.remove')}
          </Button>
        </p>
      )}
    </fieldset>
  )
}
