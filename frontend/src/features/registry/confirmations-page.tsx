import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RecordedFact } from '../../api/types'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ListEnd } from '../../ui/list-end'
import { Page } from '../../ui/page'
import { ReasonDialog } from '../../ui/reason-dialog'
import { Skeleton } from '../../ui/skeleton'
import { FactList } from './fact-list'
import { useDecide } from './mutations'
import { NotConfirmed } from './not-confirmed'
import { confirmations } from './queries'
import styles from './registry.module.css'

/** What bodies of the region declared themselves: confirm it, or say what is wrong. */
export function ConfirmationsPage() {
  const { t } = useTranslation('registry')
  const query = useInfiniteQuery({ ...confirmations, throwOnError: true })
  const pages = query.data?.pages ?? []
  const facts = pages.flatMap((page) => page.items)
  return (
    <Page title={t('confirmations.title')} narrow>
      <p>
        <Link to={paths.registry}>{t('list.title')}</Link>
      </p>
      <h1>{t('confirmations.title')}</h1>
      <p className={styles.lead}>{t('confirmations.lead')}</p>
      {query.data === undefined && <Skeleton lines={8} />}
      {query.data !== undefined && facts.length === 0 && (
        <EmptyState title={t('confirmations.emptyTitle')}>{t('confirmations.empty')}</EmptyState>
      )}
      <Waiting facts={facts} />
      <ListEnd query={query} />
    </Page>
  )
}

function Waiting({ facts }: { facts: RecordedFact[] }) {
  const { t } = useTranslation('registry')
  const decide = useDecide()
  const [rejected, setRejected] = useState<RecordedFact | null>(null)
  return (
    <>
      <NotConfirmed decide={decide} />
      <FactList
        withBody
        facts={facts}
        evidenceAddress={({ body, evidence }) => paths.evidence(body.id, evidence?.id ?? '')}
        acts={(fact) => (
          <>
            <Button
              aria-label={t('act.confirmOf', { what: fact.valueName, name: fact.body.name })}
              busy={decide.isPending && decide.variables.fact === fact.id}
              onClick={() => decide.mutate({ id: fact.body.id, fact: fact.id, act: 'confirmation', reason: '' })}
            >
              {t('act.confirm')}
            </Button>
            <Button
              weight="ghost"
              aria-label={t('act.rejectOf', { what: fact.valueName, name: fact.body.name })}
              onClick={() => setRejected(fact)}
            >
              {t('act.reject')}
            </Button>
          </>
        )}
      />
      {rejected !== null && (
        <ReasonDialog
          open
          title={t('act.reject')}
          send={t('act.reject')}
          weight="danger"
          busy={decide.isPending}
          onSend={({ reason }, refused) =>
            decide.mutate(
              { id: rejected.body.id, fact: rejected.id, act: 'rejection', reason },
              { onSuccess: () => setRejected(null), onError: refused },
            )
          }
          onClose={() => setRejected(null)}
        >
          <p>{t('confirmations.rejectLead', { name: rejected.body.name })}</p>
        </ReasonDialog>
      )}
    </>
  )
}
