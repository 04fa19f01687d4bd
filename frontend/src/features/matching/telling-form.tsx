import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../lib/problem'
import { PROVINCE, regionOf, regionsUnder } from '../../lib/reference'
import { Button } from '../../ui/button'
import { CodePicker } from '../../ui/code-picker'
import { ErrorSummary } from '../../ui/error-summary'
import { useToast } from '../../ui/toast'
import styles from './feed.module.css'
import { useTelling } from './feed-queries'

/** Chosen places are saved at once, with the way back in the toast. */
export function TellingForm({ saved }: { saved: { places: string[]; tag: string | null } }) {
  const { t } = useTranslation('feed')
  const { t: common } = useTranslation()
  const say = useToast()
  const save = useTelling()
  const [level, setLevel] = useState<string | null | undefined>(undefined)
  const [places, setPlaces] = useState(saved.places)
  const names = useQueries({ queries: places.map((code) => regionOf(code)) })
  const nameOf = (code: string) => names[places.indexOf(code)]?.data?.fullName ?? code
  const changed = places.join() !== saved.places.join()
  const toggle = (code: string) =>
    setPlaces(places.includes(code) ? places.filter((one) => one !== code) : [...places, code])
  const keep = () => save.mutate({ places, tag: saved.tag }, { onSuccess: () => say({ text: t('telling.saved') }) })
  const refused =
    save.error instanceof ProblemError && save.error.status > 0 ? save.error.message : common('form.unreachable')
  return (
    <section className={styles.telling} aria-labelledby="places-title">
      <ErrorSummary errors={save.isError ? [{ field: 'places', message: refused }] : []} />
      <h2 id="places-title">{t('telling.places')}</h2>
      {places.length === 0 && <p className={styles.lead}>{t('telling.none')}</p>}
      <ul className={styles.places}>
        {places.map((code) => (
          <li key={code}>
            {nameOf(code)}
            <button type="button" onClick={() => toggle(code)} aria-label={t('telling.drop', { name: nameOf(code) })}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button weight="ghost" id="places" aria-haspopup="dialog" onClick={() => setLevel(null)}>
          {t('telling.choose')}
        </Button>
        <Button busy={save.isPending} aria-disabled={!changed} onClick={() => changed && keep()}>
          {t('telling.save')}
        </Button>
      </div>
      {level !== undefined && (
        <Places
          level={level}
          onLevel={setLevel}
          chosen={places}
          onToggle={toggle}
          onClose={() => setLevel(undefined)}
        />
      )}
    </section>
  )
}

interface PlacesProps {
  level: string | null
  onLevel: (code: string | null) => void
  chosen: string[]
  onToggle: (code: string) => void
  onClose: () => void
}

function Places({ level, onToggle, ...rest }: PlacesProps) {
  const { t } = useTranslation('feed')
  const { data: nodes } = useQuery(regionsUnder(level ?? PROVINCE))
  const { data: here } = useQuery({ ...regionOf(level ?? PROVINCE), enabled: level !== null })
  const path = level === null ? [] : (here?.path ?? []).filter(({ code }) => code !== PROVINCE)
  const closed = path.some(({ code }) => code === level) || level === null || here === undefined
  return (
    <CodePicker
      {...rest}
      open
      many
      title={t('telling.places')}
      root={t('telling.root')}
      nodes={nodes}
      path={closed ? path : [...path, { code: level, name: here.name }]}
      onToggle={({ code }) => onToggle(code)}
    />
  )
}
