import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import { bracketed } from '../../lib/punctuation'
import { Button } from '../../ui/button'
import { Checkbox, TextField } from '../../ui/field'
import { Skeleton } from '../../ui/skeleton'
import { Mark } from '../../ui/strip'
import styles from './evaluation.module.css'
import { Failure } from './failure'
import { useFormPanel } from './mutations'
import { panelChoices } from './queries'

/** Says what the law asks, counts as one chooses, and draws. */
export function FormPanel({ lot }: { lot: string }) {
  const { t } = useTranslation('evaluation')
  const { data } = useQuery(panelChoices(lot))
  const form = useFormPanel(lot)
  const [experts, setExperts] = useState('3')
  const [weighty, setWeighty] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  if (data === undefined) return <Skeleton lines={5} />
  const number = Number.parseInt(experts, 10) || 0
  const least = weighty ? data.leastWeighty : data.least
  const size = number + chosen.length
  const lawful = size % 2 === 1 && size >= least && number <= data.experts
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.mutate({ experts: number, weighty, representatives: chosen })
      }}
    >
      <Failure error={form.error} />
      <p className={styles.text}>{t('panel.rule', { least, experts: data.experts })}</p>
      <TextField
        id="experts"
        type="number"
        inputMode="numeric"
        min={0}
        max={data.experts}
        label={t('panel.experts')}
        hint={t('panel.expertsHint')}
        value={experts}
        onChange={(event) => setExperts(event.target.value)}
      />
      <Checkbox
        label={t('panel.weighty')}
        hint={t('panel.weightyHint')}
        checked={weighty}
        onChange={(event) => setWeighty(event.target.checked)}
      />
      {data.representatives.length > 0 && (
        <fieldset className={styles.choices}>
          <legend>{t('panel.representatives')}</legend>
          {data.representatives.map((one) => (
            <Checkbox
              key={one.id}
              label={bracketed(one.name, t(`kind.${one.kind}`))}
              hint={`${one.employer} · ${one.title}`}
              checked={chosen.includes(one.id)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
              }
            />
          ))}
        </fieldset>
      )}
      <p>
        <Link to={paths.pool}>{t('panel.enterRepresentatives')}</Link>
      </p>
      <p role="status" className={styles.quiet}>
        <Mark tone={lawful ? 'met' : 'unknown'} />{' '}
        {t(lawful ? 'panel.sizeGood' : number > data.experts ? 'panel.poolSmall' : 'panel.sizeBad', {
          size,
          least,
          experts: data.experts,
        })}
      </p>
      <Button type="submit" busy={form.isPending}>
        {t('panel.draw')}
      </Button>
      <p className={styles.quiet}>{t('panel.drawMeaning')}</p>
    </form>
  )
}
