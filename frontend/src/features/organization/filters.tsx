import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { PROVINCE, regionOf, regionsUnder } from '../../lib/reference'
import { Button } from '../../ui/button'
import { Select, TextField } from '../../ui/field'
import styles from './organization.module.css'
import { FORMS, GRADES, KINDS, type OrganizationSearch, writeOrganizationSearch } from './search-params'

/** Words and the few questions that people ask of the registry; each choice leads to its own address. */
export function Filters({ ask, federations }: { ask: OrganizationSearch; federations: boolean }) {
  const { t } = useTranslation('organization')
  const navigate = useNavigate()
  const [words, setWords] = useState(ask.q)
  useEffect(() => setWords(ask.q), [ask.q])
  const go = (change: Partial<OrganizationSearch>) =>
    navigate({ search: writeOrganizationSearch({ ...ask, q: words.trim(), ...change }).toString() })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go({})
  }
  return (
    <search>
      <form className={styles.filters} onSubmit={submit}>
        <TextField
          className={styles.words}
          label={t('filter.words')}
          type="search"
          data-search
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <PlaceSelects
          code={ask.region[0] ?? PROVINCE}
          onChoose={(code) => go({ region: code === PROVINCE ? [] : [code] })}
        />
        {!federations && (
          <>
            <Select
              label={t('filter.kind')}
              value={ask.kind[0] ?? ''}
              onChange={({ target }) => go({ kind: KINDS.filter((kind) => kind === target.value) })}
            >
              <option value="">{t('filter.any')}</option>
              {KINDS.filter((kind) => kind !== 'FEDERATION').map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
            </Select>
            <Select
              label={t('filter.form')}
              value={ask.legalForm[0] ?? ''}
              onChange={({ target }) => go({ legalForm: FORMS.filter((form) => form === target.value) })}
            >
              <option value="">{t('filter.any')}</option>
              {FORMS.map((form) => (
                <option key={form} value={form}>
                  {t(`form.${form}`)}
                </option>
              ))}
            </Select>
            <Select
              label={t('filter.grade')}
              value={ask.minGrade ?? ''}
              onChange={({ target }) => go({ minGrade: GRADES.find((grade) => grade === target.value) ?? null })}
            >
              <option value="">{t('filter.any')}</option>
              {GRADES.map((grade) => (
                <option key={grade} value={grade}>
                  {t('filter.atLeast', { grade: t(`grade.${grade}`) })}
                </option>
              ))}
            </Select>
          </>
        )}
        <Button type="submit">{t('filter.search')}</Button>
      </form>
    </search>
  )
}

/** One select per level down to the street; each next one appears when the one above is chosen. */
function PlaceSelects({ code, onChoose }: { code: string; onChoose: (code: string) => void }) {
  const { t } = useTranslation('organization')
  const { data: region } = useQuery({ ...regionOf(code), enabled: code !== PROVINCE })
  const path = (region?.path ?? []).map((node) => node.code).filter((one) => one !== PROVINCE)
  const chain = [...new Set([...path, ...(code === PROVINCE ? [] : [code])])].sort((a, b) => a.length - b.length)
  return [PROVINCE, ...chain.slice(0, 2)].map((parent, level) => (
    <PlaceSelect
      key={parent}
      parent={parent}
      label={t(`filter.place${level as 0 | 1 | 2}`)}
      value={chain[level] ?? ''}
      onChoose={(chosen) => onChoose(chosen || parent)}
    />
  ))
}

function PlaceSelect({
  parent,
  label,
  value,
  onChoose,
}: {
  parent: string
  label: string
  value: string
  onChoose: (code: string) => void
}) {
  const { t } = useTranslation('organization')
  const { data = [] } = useQuery(regionsUnder(parent))
  return (
    <Select label={label} value={value} onChange={({ target }) => onChoose(target.value)}>
      <option value="">{t('filter.all')}</option>
      {data.map((region) => (
        <option key={region.code} value={region.code}>
          {region.name}
        </option>
      ))}
    </Select>
  )
}
