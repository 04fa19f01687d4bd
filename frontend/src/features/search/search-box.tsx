import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '../../lib/paths'
import { useTyped } from '../../lib/use-typed'
import { Button } from '../../ui/button'
import styles from './search-box.module.css'
import { type NoticeSearch, writeNoticeSearch } from './search-params'
import { Suggestions } from './suggestions'
import { useSuggestions } from './use-suggestions'

/** The words of a search with suggestions while typing; keeps the filters that stand. */
export function SearchBox({ ask }: { ask?: NoticeSearch }) {
  const { t } = useTranslation('search')
  const navigate = useNavigate()
  const [words, setWords] = useTyped(ask?.q ?? '')

  const search = (q: string) => {
    setWords(q)
    combo.close()
    navigate({ pathname: paths.notices, search: writeNoticeSearch({ ...ask, q: q.trim() }).toString() })
  }
  const combo = useSuggestions(words, search)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    search(words)
  }
  return (
    <search>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.box}>
          <input
            {...combo.input}
            data-search
            type="search"
            className={styles.input}
            aria-label={t('box.label')}
            placeholder={t('box.placeholder')}
            value={words}
            onChange={(event) => {
              setWords(event.target.value)
              combo.open()
            }}
          />
          <Suggestions combo={combo} onChoose={search} />
        </div>
        <Button type="submit" className={styles.button}>
          {t('box.search')}
        </Button>
      </form>
      <p className={styles.hint}>
        {t('box.hint')}
        <span className={styles.keys}>{t('box.hintKeys')}</span>
      </p>
    </search>
  )
}
