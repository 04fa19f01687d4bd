import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ConsentRequest } from '../../../api/types'
import { dateTime, yuan } from '../../../lib/format'
import { paths } from '../../../lib/paths'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { Deadline } from '../../../ui/deadline'
import { Dialog } from '../../../ui/dialog'
import { ErrorSummary } from '../../../ui/error-summary'
import { Mark } from '../../../ui/strip'
import { useToast } from '../../../ui/toast'
import division from '../division.module.css'
import { noticeOf } from '../give/queries'
import { useAnswer, useRevoke } from './mutations'
import { TONE } from './part-fields'
import styles from './parts.module.css'
import { shareWords, WHOLE } from './shares'
import { WhatBecame } from './what-became'

/** What one federation asks the group: exactly this text is consented to. */
export function RequestCard({ request }: { request: ConsentRequest }) {
  const { t } = useTranslation('roster')
  const language = useLanguage()
  const { data: notice } = useQuery(noticeOf(request.noticeId))
  const budgetFen = notice?.lots.find(({ id }) => id === request.lotId)?.budgetFen ?? null
  const title = `request-${request.digest.slice(0, 12)}`
  return (
    <article className={styles.request} aria-labelledby={title}>
      <header>
        <h2 id={title}>{request.lotTitle}</h2>
        {notice !== undefined && notice.title !== request.lotTitle && <p>{notice.title}</p>}
        <p>
          {t('request.by', { name: request.federation.name })} ·{' '}
          <Link to={paths.notice(request.noticeId)}>{t('request.notice')}</Link>
        </p>
        <p className={styles.state} role="status">
          <Mark tone={TONE[request.consent]} />
          {t(`request.state.${request.consent}`)}
          {request.answeredAt && <small>{dateTime(request.answeredAt, language)}</small>}
        </p>
        {!request.current && <p className={division.obstacle}>{t('request.earlier')}</p>}
      </header>
      <dl className={styles.text}>
        <dt>{t('part.task')}</dt>
        <dd>{request.task}</dd>
        <dt>{t('part.deliverables')}</dt>
        <dd>{request.deliverables}</dd>
        <dt>{t('request.share')}</dt>
        <dd>
          <b className={styles.big}>{shareWords(request.share)}</b>
          {budgetFen !== null && (
            <small>
              {t('request.atMost', {
                budget: yuan(budgetFen, language),
                most: yuan(Math.floor((budgetFen * request.share) / WHOLE), language),
              })}
            </small>
          )}
          {request.open && <small>{t('request.shareWhat')}</small>}
        </dd>
        <dt>{t('request.rest')}</dt>
        <dd>{t('request.restWhat', { own: shareWords(request.ownShare), fee: shareWords(request.fee) })}</dd>
        <dt>{t('request.until')}</dt>
        <dd>
          <Deadline at={request.deadline} full />
        </dd>
      </dl>
      {request.open ? <Answering request={request} /> : <WhatBecame request={request} />}
    </article>
  )
}

function Answering({ request }: { request: ConsentRequest }) {
  const { t } = useTranslation('roster')
  const toast = useToast()
  const [leaving, setLeaving] = useState(false)
  const give = useAnswer()
  const revoke = useRevoke()
  const failure = give.error ?? revoke.error
  const say = (answer: 'CONSENTED' | 'DECLINED') => {
    revoke.reset()
    give.mutate(
      { lot: request.lotId, federation: request.federation.id, digest: request.digest, answer },
      { onSuccess: () => toast({ text: t(`request.done.${answer}`) }) },
    )
  }
  const leave = () => {
    setLeaving(false)
    give.reset()
    revoke.mutate(request.lotId, { onSuccess: () => toast({ text: t('request.done.REVOKED') }) })
  }
  return (
    <>
      <ErrorSummary errors={failure === null ? [] : [{ message: failure.message }]} />
      {request.consent === 'CONSENTED' ? (
        <>
          <p className={styles.quiet}>{t('request.canRevoke')}</p>
          <p className={styles.ways}>
            <Button weight="danger" busy={revoke.isPending} onClick={() => setLeaving(true)}>
              {t('request.revoke')}
            </Button>
          </p>
        </>
      ) : (
        <>
          <p>{t('request.exactly')}</p>
          <p className={styles.ways}>
            <Button busy={give.isPending} onClick={() => say('CONSENTED')}>
              {t('request.consent')}
            </Button>
            {request.consent !== 'DECLINED' && (
              <Button weight="ghost" onClick={() => say('DECLINED')}>
                {t('request.decline')}
              </Button>
            )}
          </p>
        </>
      )}
      <Dialog
        open={leaving}
        title={t('request.revokeTitle')}
        onClose={() => setLeaving(false)}
        actions={
          <>
            <Button weight="danger" onClick={leave}>
              {t('request.revoke')}
            </Button>
            <Button weight="ghost" onClick={() => setLeaving(false)}>
              {t('request.keep')}
            </Button>
          </>
        }
      >
        <p>{t('request.revokeWhat', { name: request.federation.name })}</p>
      </Dialog>
    </>
  )
}
