import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { Finder } from '../../../ui/finder'
import division from '../division.module.css'
import { bodiesNamed } from './queries'

/** Ten in all, the lead among them; the server says so too. */
const MOST = 10

/** Members come from the registry; a filed group is told why it cannot be one, and the lawful way. */
export function MemberFinder({ taken, onAdd }: { taken: string[]; onAdd: (body: string, name: string) => void }) {
  const { t } = useTranslation('consortium')
  const [words, setWords] = useState('')
  const found = useQuery(bodiesNamed(words))
  if (taken.length >= MOST) return <p>{t('find.full')}</p>
  const isGroup = (id: string) => found.data?.items.find((one) => one.id === id)?.kind === 'FILED_GROUP'
  return (
    <>
      {found.isError && (
        <p role="alert" className={division.error}>
          {found.error.message}
        </p>
      )}
      <Finder
        label={t('find.label')}
        hint={t('find.hint')}
        search={t('find.search')}
        busy={found.isFetching}
        onSearch={setWords}
        found={found.data?.items.map(({ id, name, region }) => ({ key: id, name, detail: region.name }))}
        none={t('find.none')}
        act={({ key, name }) => {
          if (taken.includes(key)) return <small>{t('find.added')}</small>
          if (isGroup(key)) return <small>{t('find.group')}</small>
          return (
            <Button weight="ghost" aria-label={t('find.addOf', { name })} onClick={() => onAdd(key, name)}>
              {t('find.add')}
            </Button>
          )
        }}
      />
    </>
  )
}
