import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Desk } from '../../api/types'
import { paths } from '../../lib/paths'
import { listed } from '../../lib/punctuation'
import { Button } from '../../ui/button'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import styles from './evaluation.module.css'
import { Failure } from './failure'
import { useDeclare } from './mutations'

/** No relation to a bidder within three years, or the seat goes to the next. */
export function Declare({ desk }: { desk: Desk }) {
  const { t } = useTranslation('evaluation')
  const declare = useDeclare(desk.lotId)
  const go = useNavigate()
  const toast = useToast()
  const [related, setRelated] = useState(false)
  return (
    <section className={styles.part} aria-labelledby="declare-title">
      <h2 id="declare-title">{t('declare.title')}</h2>
      <p className={styles.text}>{t('declare.what')}</p>
      <ul className={styles.list}>
        {desk.bids.map((bid) => (
          <li key={bid.id} data-row>
            <b>{bid.body.name}</b>
            {bid.groups.length > 0 && (
              <small>{t('declare.groups', { names: listed(bid.groups.map(({ name }) => name)) })}</small>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('declare.rule')}</p>
      {!related && <Failure error={declare.error} />}
      <div className={styles.actions}>
        <Button
          busy={declare.isPending}
          onClick={() => declare.mutate({ unrelated: true, ground: null, reason: null })}
        >
          {t('declare.unrelated')}
        </Button>
        <Button weight="ghost" onClick={() => setRelated(true)}>
          {t('declare.related')}
        </Button>
      </div>
      <ReasonDialog
        open={related}
        title={t('declare.relatedTitle')}
        send={t('declare.leave')}
        hint={t('declare.relatedHint')}
        busy={declare.isPending}
        onClose={() => setRelated(false)}
        onSend={({ reason }, refused) =>
          declare.mutate(
            { unrelated: false, ground: 'RELATED', reason },
            {
              onSuccess: () => {
                toast({ text: t('declare.left') })
                go(paths.seats)
              },
              onError: refused,
            },
          )
        }
      />
    </section>
  )
}
