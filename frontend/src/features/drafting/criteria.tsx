import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Checkbox, Select, TextField } from '../../ui/field'
import { type CriterionForm, type DraftForm, weightsOf } from './draft-form'
import styles from './drafting.module.css'
import { useDraftField, useTrouble } from './troubles'

const ALL = 100

/** What the responses are compared by; the points are added up while one types. */
export function Criteria({ lot }: { lot: number }) {
  const { t } = useTranslation('drafting')
  const { control } = useFormContext<DraftForm>()
  const name = `lots.${lot}.criteria` as const
  const { fields, append, remove } = useFieldArray({ control, name })
  const trouble = useTrouble(name)
  // Services as they are usually compared: the price counts, the plan counts more (令87 第55条 asks for at least ten of a hundred).
  const usual: CriterionForm[] = [
    { name: t('criteria.plan'), weight: '50', kind: 'QUALITY', objective: false },
    { name: t('criteria.quality'), weight: '30', kind: 'QUALITY', objective: false },
    { name: t('criteria.price'), weight: '20', kind: 'PRICE', objective: false },
  ]
  return (
    <fieldset className={styles.group} id={name} tabIndex={-1}>
      <legend>{t('criteria.title')}</legend>
      <p className={styles.hint}>{t('criteria.lead')}</p>
      {trouble && <p className={styles.trouble}>{trouble}</p>}
      <ol className={styles.rows}>
        {fields.map((field, at) => (
          <Row key={field.id} path={`${name}.${at}`} number={at + 1} onDrop={() => remove(at)} />
        ))}
      </ol>
      <Sum lot={lot} />
      <div className={styles.adders}>
        {fields.length === 0 && (
          <Button weight="ghost" onClick={() => append(usual)}>
            {t('criteria.usual')}
          </Button>
        )}
        <Button
          weight="ghost"
          onClick={() =>
            append(
              { name: '', weight: '', kind: 'QUALITY', objective: false },
              { focusName: `${name}.${fields.length}.name` },
            )
          }
        >
          {t('criteria.add')}
        </Button>
      </div>
    </fieldset>
  )
}

function Row({
  path,
  number,
  onDrop,
}: {
  path: `lots.${number}.criteria.${number}`
  number: number
  onDrop: () => void
}) {
  const { t } = useTranslation('drafting')
  const trouble = useTrouble(path)
  const { register } = useFormContext<DraftForm>()
  const kind = useWatch<DraftForm, `lots.${number}.criteria.${number}.kind`>({ name: `${path}.kind` })
  return (
    <li className={styles.criterion} id={path} tabIndex={-1}>
      <TextField {...useDraftField(`${path}.name`)} label={t('criteria.name', { number })} autoComplete="off" />
      <TextField
        {...useDraftField(`${path}.weight`)}
        label={t('field.weight')}
        inputMode="numeric"
        maxLength={3}
        autoComplete="off"
      />
      <Select {...useDraftField(`${path}.kind`)} label={t('criteria.kind')}>
        <option value="QUALITY">{t('criteria.QUALITY')}</option>
        <option value="PRICE">{t('criteria.PRICE')}</option>
      </Select>
      <Button weight="quiet" onClick={onDrop} aria-label={t('criteria.drop', { number })}>
        {t('drop')}
      </Button>
      {kind === 'QUALITY' && (
        <Checkbox {...register(`${path}.objective`)} id={`${path}.objective`} label={t('criteria.objective')} />
      )}
      {trouble && <p className={styles.trouble}>{trouble}</p>}
    </li>
  )
}

function Sum({ lot }: { lot: number }) {
  const { t } = useTranslation('drafting')
  const criteria = useWatch<DraftForm, `lots.${number}.criteria`>({ name: `lots.${lot}.criteria` }) ?? []
  const sum = weightsOf(criteria)
  const rest = ALL - sum
  const words = rest === 0 ? 'criteria.full' : rest > 0 ? 'criteria.less' : 'criteria.more'
  return (
    <div className={cx(styles.sum, rest === 0 && styles.full)}>
      <meter min={0} max={ALL} value={Math.min(sum, ALL)} aria-label={t('criteria.sum')} />
      <p role="status">{t(words, { sum, rest: Math.abs(rest) })}</p>
    </div>
  )
}
