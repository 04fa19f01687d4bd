import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ConsortiumAnswer, EligibilityAnswer } from '../../api/types'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Finder } from '../../ui/finder'
import { Skeleton } from '../../ui/skeleton'
import { Strip } from '../../ui/strip'
import styles from './before-bidding.module.css'
import type { Asker, Body } from './body'
import { Partner } from './partner'
import { bodiesNamed, consortiumOf } from './queries'

interface ConsortiumProps {
  lot: EligibilityAnswer['lot']
  body: Body
  asker: Asker
  partners: string[]
  onPartners: (partners: string[]) => void
}

/** Ten at most, the asking body among them; the server says so too. */
const MOST_PARTNERS = 9

/** With whom a bid may be given together; who may not gets the article and the lawful way instead. */
export function Consortium({ lot, body, asker, partners, onPartners }: ConsortiumProps) {
  const { t } = useTranslation('contest')
  const [words, setWords] = useState('')
  const found = useQuery(bodiesNamed(words))
  return (
    <>
      <p className={styles.lead}>{t('consortium.lead')}</p>
      {partners.length < MOST_PARTNERS ? (
        <Finder
          label={t('consortium.find')}
          hint={t('consortium.findHint')}
          search={t('consortium.search')}
          busy={found.isFetching}
          onSearch={setWords}
          found={found.data?.items
            .filter(({ id }) => id !== body.id)
            .map(({ id, name, region, kind }) => ({
              key: id,
              name,
              detail: `${region.name} · ${t(`kind.${kind}`)}`,
            }))}
          none={t('consortium.none')}
          act={({ key, name }) =>
            partners.includes(key) ? (
              <small>{t('consortium.added')}</small>
            ) : (
              <Button
                weight="ghost"
                aria-label={t('consortium.addOf', { name })}
                onClick={() => onPartners([...partners, key])}
              >
                {t('consortium.add')}
              </Button>
            )
          }
        />
      ) : (
        <p>{t('consortium.full')}</p>
      )}
      {partners.length > 0 && (
        <Answer lot={lot} body={body} asker={asker} partners={partners} onPartners={onPartners} />
      )}
    </>
  )
}

function Answer({ lot, body, asker, partners, onPartners }: ConsortiumProps) {
  const { t } = useTranslation('contest')
  const { data, isError, isPlaceholderData } = useQuery(consortiumOf(lot.id, [body.id, ...partners]))
  if (isError) return <EmptyState title={t('failed')}>{t('failedDo')}</EmptyState>
  if (data === undefined) return <Skeleton lines={6} />
  const remove = (id: string) => onPartners(partners.filter((partner) => partner !== id))
  return (
    <section className={styles.part} aria-labelledby="together-title" aria-busy={isPlaceholderData}>
      <h2 id="together-title">{t('consortium.answer')}</h2>
      <Together answer={data} lot={asker.body === body.id ? lot.id : null} />
      {data.members
        .toSorted((one, other) => Number(other.body.id === body.id) - Number(one.body.id === body.id))
        .map((member) => (
          <Partner
            key={member.body.id}
            member={member}
            asker={asker}
            {...(member.body.id === body.id ? {} : { onRemove: () => remove(member.body.id) })}
          />
        ))}
    </section>
  )
}

/** @param lot for which the asking body can draft an agreement; null for whoever only looks */
function Together({ answer, lot }: { answer: ConsortiumAnswer; lot: string | null }) {
  const { t } = useTranslation('contest')
  const language = useLanguage()
  const wanting = answer.members.filter(({ admissible }) => !admissible).map(({ body }) => body.name)
  return (
    <>
      {answer.admissible ? (
        <Strip tone="met">{t('consortium.admissible')}</Strip>
      ) : (
        <Strip tone="not">{t('consortium.refused', { who: wanting.join(t('and')) })}</Strip>
      )}
      <p className={styles.article}>{answer.rule}</p>
      {answer.admissible && (
        <p className={styles.lead}>
          {t('consortium.duty')} {lot !== null && <Link to={paths.consortium(lot)}>{t('consortium.draft')}</Link>}
        </p>
      )}
      <p className={styles.asOf}>{t('asOf', { at: dateTime(answer.asOf, language) })}</p>
    </>
  )
}
