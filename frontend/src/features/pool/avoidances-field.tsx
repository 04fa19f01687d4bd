import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Select, TextField } from '../../ui/field'
import { Finder } from '../../ui/finder'
import styles from './pool.module.css'
import { type Avoidance, RELATIONS } from './pool-form'
import { bodiesNamed } from './queries'

interface AvoidancesFieldProps {
  value: Avoidance[]
  onChange: (avoidances: Avoidance[]) => void
  /** What stands at a place of the list in the server's words, by its path. */
  wrong: (path: string) => string | undefined
  /** Those on record that one may end but not take back. */
  fixed?: readonly string[]
}

/** With whom there is or was a relation: bodies of the registry, each with what it is and until when it lasted. */
export function AvoidancesField({ value, onChange, wrong, fixed = [] }: AvoidancesFieldProps) {
  const { t } = useTranslation('pool')
  const [words, setWords] = useState('')
  const found = useQuery(bodiesNamed(words))
  const change = (at: number, next: Partial<Avoidance>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...next } : one)))
  return (
    <fieldset className={styles.avoidances} id="avoidances" tabIndex={-1}>
      <legend>{t('avoid.title')}</legend>
      <p className={styles.quiet}>{t('avoid.lead')}</p>
      {value.map((one, at) => (
        <section key={one.body.id} className={styles.avoidance} aria-label={one.body.name}>
          <h2>{one.body.name}</h2>
          <Select
            id={`avoidances.${at}.relation`}
            label={t('avoid.relation')}
            value={one.relation}
            error={wrong(`avoidances.${at}.relation`) ?? wrong(`avoidances.${at}.body`)}
            onChange={(event) => change(at, { relation: event.target.value as Avoidance['relation'] })}
          >
            {RELATIONS.map((relation) => (
              <option key={relation} value={relation}>
                {t(`relation.${relation}`)}
              </option>
            ))}
          </Select>
          <TextField
            id={`avoidances.${at}.until`}
            type="date"
            label={t('avoid.until')}
            hint={t('avoid.untilHint')}
            value={one.until}
            error={wrong(`avoidances.${at}.until`)}
            onChange={(event) => change(at, { until: event.target.value })}
          />
          {!fixed.includes(one.body.id) && (
            <Button weight="quiet" onClick={() => onChange(value.filter((_, index) => index !== at))}>
              {t('avoid.drop', { name: one.body.name })}
            </Button>
          )}
        </section>
      ))}
      <Finder
        label={t('avoid.find')}
        search={t('avoid.search')}
        busy={found.isFetching}
        onSearch={setWords}
        found={found.data?.items.map(({ id, name, region }) => ({ key: id, name, detail: region.name }))}
        none={t('avoid.none')}
        act={({ key, name }) =>
          value.some(({ body }) => body.id === key) ? (
            <span className={styles.quiet}>{t('avoid.there')}</span>
          ) : (
            <Button
              weight="ghost"
              onClick={() => onChange([...value, { body: { id: key, name }, relation: 'EMPLOYED', until: '' }])}
            >
              {t('avoid.add')}
            </Button>
          )
        }
      />
    </fieldset>
  )
}
