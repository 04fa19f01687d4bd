import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConflictAnswer, EligibilityAnswer } from '../../api/types'
import { dateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { EmptyState } from '../../ui/empty-state'
import { Skeleton } from '../../ui/skeleton'
import { Strip } from '../../ui/strip'
import { useToast } from '../../ui/toast'
import styles from './before-bidding.module.css'
import type { Body } from './body'
import { ConflictList } from './conflict-list'
import { NamedMembers } from './named-members'
import { conflictsOf } from './queries'

interface ConflictsProps {
  lot: EligibilityAnswer['lot']
  body: Body
  members: string[]
  onMembers: (members: string[]) => void
}

/** What collides today, what would if others bid too, and what only the bidder can know. */
export function Conflicts({ lot, body, members, onMembers }: ConflictsProps) {
  const { t } = useTranslation('contest')
  const { data, isError, isPlaceholderData } = useQuery(conflictsOf(lot.id, body.id, members))
  useUndo(members, { failed: isError, answered: data !== undefined && !isPlaceholderData }, onMembers)
  return (
    <>
      <p className={styles.lead}>{t('conflicts.lead')}</p>
      {body.kind === 'FEDERATION' && (
        <NamedMembers federation={body.id} category={lot.category.code} chosen={members} onChoose={onMembers} />
      )}
      {isError && <EmptyState title={t('failed')}>{t('failedDo')}</EmptyState>}
      {!isError && data === undefined && <Skeleton lines={6} />}
      {!isError && data !== undefined && (
        <div aria-busy={isPlaceholderData}>
          <Found answer={data} />
        </div>
      )}
    </>
  )
}

/** A tick stands from the press on; when its check cannot be had, it is taken back to those that were checked last. */
function useUndo(
  members: string[],
  { failed, answered }: { failed: boolean; answered: boolean },
  onMembers: (members: string[]) => void,
) {
  const { t } = useTranslation('contest')
  const say = useToast()
  const checked = useRef<string[] | null>(null)
  useEffect(() => {
    if (answered) checked.current = members
    const before = checked.current
    if (!failed || before === null || before.join() === members.join()) return
    say({ text: t('members.undone') })
    queueMicrotask(() => onMembers(before))
  })
}

function Found({ answer }: { answer: ConflictAnswer }) {
  const { t } = useTranslation('contest')
  const language = useLanguage()
  return (
    <>
      <section className={styles.part} aria-labelledby="found-title">
        <h2 id="found-title">{t('conflicts.found')}</h2>
        <Conclusion items={answer.items} />
        <ConflictList conflicts={answer.items} />
      </section>
      {answer.foreseen.length > 0 && (
        <section className={styles.part} aria-labelledby="foreseen-title">
          <h2 id="foreseen-title">{t('conflicts.foreseen')}</h2>
          <p className={styles.lead}>{t('conflicts.foreseenLead')}</p>
          <ConflictList conflicts={answer.foreseen} />
        </section>
      )}
      <section className={styles.part} aria-labelledby="declared-title">
        <h2 id="declared-title">{t('conflicts.declared')}</h2>
        <p className={styles.lead}>{t('conflicts.declaredLead')}</p>
        <ul className={styles.declared}>
          {answer.declared.map(({ rule, text, article }) => (
            <li key={rule}>
              {text}
              <small>§ {article}</small>
            </li>
          ))}
        </ul>
      </section>
      <p className={styles.asOf}>{t('asOf', { at: dateTime(answer.asOf, language) })}</p>
    </>
  )
}

function Conclusion({ items }: { items: ConflictAnswer['items'] }) {
  const { t } = useTranslation('contest')
  const grave = items.filter(({ severity }) => severity === 'BLOCK').length
  const doubts = items.filter(({ severity }) => severity === 'WARN').length
  if (grave > 0) return <Strip tone="not">{t('conflicts.blocked', { count: grave })}</Strip>
  if (doubts > 0) return <Strip tone="unknown">{t('conflicts.warned', { count: doubts })}</Strip>
  return <Strip tone="met">{t('conflicts.clear')}</Strip>
}
