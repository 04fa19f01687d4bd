import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FreeGroup } from '../../api/types'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { useToast } from '../../ui/toast'
import styles from './federation.module.css'
import { useInvite } from './mutations'
import { PagedRows } from './paged-rows'
import { withoutFederation } from './queries'
import { Refused } from './refused'

/** Filed groups of the street that are in no federation; one press invites. */
export function FreeGroups({ street, federation }: { street: string; federation?: string }) {
  const { t } = useTranslation('federation')
  const query = useInfiniteQuery({ ...withoutFederation(street), throwOnError: true })
  return (
    <PagedRows
      query={query}
      empty={<EmptyState title={t('free.none')}>{t('free.noneDo')}</EmptyState>}
      above={() => <p className={styles.lead}>{t('free.lead')}</p>}
      row={(group) => (
        <li key={group.id} className={styles.row} data-row>
          <article>
            <h2 className={styles.name}>
              <Link to={paths.organization(group.id)}>{group.name}</Link>
            </h2>
            <p className={styles.plain}>
              {group.region.name}
              {group.categories.length > 0 && ` · ${group.categories.map(({ name }) => name).join(t('and'))}`}
            </p>
            {group.standing !== 'ACTIVE' && <p className={styles.warn}>{t('free.notFiled')}</p>}
          </article>
          {federation !== undefined && group.standing === 'ACTIVE' && <Invite group={group} federation={federation} />}
        </li>
      )}
    />
  )
}

function Invite({ group, federation }: { group: FreeGroup; federation: string }) {
  const { t } = useTranslation('federation')
  const say = useToast()
  const invite = useInvite()
  if (group.invited) return <p className={styles.plain}>{t('free.invited')}</p>
  return (
    <div>
      <Refused failure={invite.error} />
      <Button
        busy={invite.isPending}
        aria-label={t('free.inviteOf', { name: group.name })}
        onClick={() =>
          invite.mutate(
            { federation, member: group.id },
            { onSuccess: () => say({ text: t('free.done', { name: group.name }) }) },
          )
        }
      >
        {t('free.invite')}
      </Button>
    </div>
  )
}
