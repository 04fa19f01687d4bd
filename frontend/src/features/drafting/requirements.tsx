import { useQuery } from '@tanstack/react-query'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { RequirementKind } from '../../api/types'
import { requirementKinds } from '../../lib/purchases'
import { Button } from '../../ui/button'
import { useToast } from '../../ui/toast'
import { blankRequirement, type DraftForm } from './draft-form'
import styles from './drafting.module.css'
import { RequirementRow } from './requirement-row'
import { useTrouble } from './troubles'

/** Only lawful kinds can be added; what the law asks of every bidder is said once and needs no writing. */
export function Requirements({ lot }: { lot: number }) {
  const { t } = useTranslation('drafting')
  const say = useToast()
  const { control, getValues } = useFormContext<DraftForm>()
  const name = `lots.${lot}.requirements` as const
  const { fields, append, remove, insert } = useFieldArray({ control, name })
  const { data: kinds = [] } = useQuery(requirementKinds)
  const trouble = useTrouble(name)
  const add = ({ kind, parameters }: RequirementKind) =>
    append(blankRequirement(kind), { focusName: `${name}.${fields.length}.${parameters[0]?.name ?? 'kind'}` })
  const drop = (at: number) => {
    const gone = getValues(`${name}.${at}`)
    remove(at)
    say({ text: t('requirements.dropped'), undo: () => insert(at, gone) })
  }
  return (
    <fieldset className={styles.group} id={name} tabIndex={-1}>
      <legend>{t('requirements.title')}</legend>
      <p className={styles.hint}>{t('requirements.lead')}</p>
      {trouble && <p className={styles.trouble}>{trouble}</p>}
      <ol className={styles.rows}>
        {fields.map((field, at) => (
          <RequirementRow
            key={field.id}
            path={`${name}.${at}`}
            number={at + 1}
            kind={kinds.find(({ kind }) => kind === field.kind)}
            onDrop={() => drop(at)}
          />
        ))}
      </ol>
      <div className={styles.adders}>
        <span>{t('requirements.add')}</span>
        {kinds.map((kind) => (
          <Button key={kind.kind} weight="ghost" data-kind={kind.kind} onClick={() => add(kind)}>
            {t('requirements.addKind', { name: kind.name })}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
