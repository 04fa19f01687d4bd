import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BodyFacets } from '../../api/types'
import { useTyped } from '../../lib/use-typed'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { FacetSelect } from './facet-select'
import styles from './organization.module.css'
import {
  FORMS,
  GRADES,
  KINDS,
  type OrganizationSearch,
  SORTS,
  STANDINGS,
  writeOrganizationSearch,
} from './search-params'
import { CategorySelects, PlaceSelects } from './tree-selects'
import { useNames } from './use-names'

interface FiltersProps {
  ask: OrganizationSearch
  federations: boolean
  /** What each choice would leave; unknown before the first answer. */
  facets: BodyFacets | undefined
}

/** Words and the questions that people ask of the registry; each choice leads to its own address and says how many it leaves. */
export function Filters({ ask, federations, facets }: FiltersProps) {
  const { t } = useTranslation('organization')
  const navigate = useNavigate()
  const [words, setWords] = useTyped(ask.q)
  const names = useNames(words)
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
          hint={t('filter.hint')}
          type="search"
          data-search
          list="names"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <datalist id="names">
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Button type="submit">{t('filter.search')}</Button>
        <PlaceSelects code={ask.region[0] ?? null} counts={facets?.region} onChoose={(region) => go({ region })} />
        <CategorySelects
          code={ask.category[0] ?? null}
          counts={facets?.category}
          onChoose={(category) => go({ category })}
        />
        {!federations && (
          <>
            <FacetSelect
              label={t('filter.kind')}
              values={KINDS}
              chosen={ask.kind[0]}
              counts={facets?.kind}
              onChoose={(kind) => go({ kind: kind === null ? [] : [kind] })}
            />
            <FacetSelect
              label={t('filter.form')}
              values={FORMS}
              chosen={ask.legalForm[0]}
              counts={facets?.legalForm}
              onChoose={(form) => go({ legalForm: form === null ? [] : [form] })}
            />
            <FacetSelect
              label={t('filter.federated')}
              values={['true', 'false']}
              chosen={ask.federated ?? undefined}
              counts={facets?.federated}
              onChoose={(federated) => go({ federated })}
            />
          </>
        )}
        <FacetSelect
          label={t('filter.grade')}
          values={GRADES}
          chosen={ask.minGrade ?? undefined}
          counts={facets?.minGrade}
          onChoose={(minGrade) => go({ minGrade })}
        />
        <FacetSelect
          label={t('filter.standing')}
          values={STANDINGS}
          chosen={ask.status[0]}
          counts={facets?.status}
          onChoose={(status) => go({ status: status === null ? [] : [status] })}
        />
        <FacetSelect
          label={t('filter.sort')}
          values={SORTS}
          chosen={ask.sort ?? (ask.q === '' ? 'region' : 'relevance')}
          nameOf={(sort) => t(`sort.${sort}`)}
          onChoose={(sort) => go({ sort })}
        />
      </form>
    </search>
  )
}
