import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RosterEntry } from '../../api/types'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { useToast } from '../../ui/toast'
import styles from './federation.module.css'
import { useRelease } from './mutations'
import { PagedRows } from './paged-rows'
import { OPEN, roster } from './queries'
import { Refuse } from './refuse'
import { Refused } from './refused'
import { StateWord } from './state-word'
import { Steps } from './steps'

/** Who was asked and whose turn it is; and members whom another federation asks to come over. */
export function Invitations({ federation }: { federation: string }) {
  const { t } = useTranslation('federation')
  const query = useInfiniteQuery({ ...roster(federation, OPEN), throwOnError: true })
  return (
    <PagedRows
      query={query}
      empty={<EmptyState title={t('invitations.none')}>{t('invitations.noneDo')}</EmptyState>}
      row={(entry) => <Invited key={entry.id} entry={entry} ours={entry.federation.id === federation} />}
    />
  )
}

function Invited({ entry, ours }: { entry: RosterEntry; ours: boolean }) {
  const { t } = useTranslation('federation')
  return (
    <li className={styles.row} data-row>
      <article>
        <h2 className={styles.name}>{entry.member.name}</h2>
        <StateWord state={entry.state} />
        <Steps entry={entry} />
        {entry.transfer !== null && (
          <p className={styles.plain}>
            {ours
              ? t('transfer.from', { federation: entry.transfer.federation.name })
              : t('transfer.to', { federation: entry.federation.name })}{' '}
            {t(entry.transfer.releasedAt === null ? 'transfer.notReleased' : 'transfer.released')}
          </p>
        )}
      </article>
      {ours ? (
        <Refuse
          entry={entry}
          act={t('withdraw.act')}
          title={t('withdraw.title', { name: entry.member.name })}
          done={t('withdraw.done')}
        />
      ) : (
        <Release entry={entry} />
      )}
    </li>
  )
}

/** The federation that the member would leave agrees, or simply does nothing. */
export function Release({ entry }: { entry: RosterEntry }) {
  const { t } = useTranslation('federation')
  const say = useToast()
  const release = useRelease()
  if (entry.transfer?.releasedAt != null) return <p className={styles.plain}>{t('transfer.youReleased')}</p>
  return (
    <div>
      <Refused failure={release.error} />
      <Button
        busy={release.isPending}
        onClick={() => release.mutate(entry, { onSuccess: () => say({ text: t('transfer.done') }) })}
      >
        {t('transfer.act')}
      </Button>
    </div>
  )
}
