import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useRouteError } from 'react-router'
import { hasStatus, ProblemError } from '../lib/problem'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'
import { NotFound } from './not-found'

/** The page for a failure: nothing here, nobody answers, not now, not so as the server's own words say, or our own mistake. */
export function Crash({ bare = false }: { bare?: boolean }) {
  const { t } = useTranslation()
  const failure = useRouteError()
  const { reset } = useQueryErrorResetBoundary()
  const { key } = useLocation()
  if (hasStatus(failure, 404)) return <NotFound />
  const kind =
    hasStatus(failure, 0) || isChunkLost(failure)
      ? 'offline'
      : hasStatus(failure, 429, 502, 503, 504)
        ? 'busy'
        : 'crash'
  const refusal = failure instanceof ProblemError && hasStatus(failure, 403, 409) ? failure.problem : null
  const title = refusal?.title ?? t(`errors.${kind}Title`)
  const wait = failure instanceof ProblemError ? failure.retryAfter : null
  const again = () => {
    reset()
    window.location.reload()
  }
  const body = (
    <Page title={title} key={key}>
      <h1 className="visually-hidden">{title}</h1>
      <EmptyState title={title} actions={<Button onClick={again}>{t('retry')}</Button>}>
        <p>
          {refusal?.detail ??
            (kind === 'busy' && wait !== null ? t('errors.busyFor', { count: wait }) : t(`errors.${kind}`))}
        </p>
        {kind === 'crash' && !refusal && <code>{failure instanceof Error ? failure.message : String(failure)}</code>}
      </EmptyState>
    </Page>
  )
  return bare ? <main>{body}</main> : body
}

/** A page whose script cannot be fetched: the line is down, or a new version stands on the server. */
const isChunkLost = (failure: unknown) =>
  failure instanceof TypeError && /dynamically imported module|module script|Failed to fetch/i.test(failure.message)
