import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { PriceInquiry } from '../../api/types'
import { Button } from '../../ui/button'
import { Deadline } from '../../ui/deadline'
import { TextArea } from '../../ui/field'
import { Strip } from '../../ui/strip'
import styles from './evaluation.module.css'
import { Failure } from './failure'
import { useExplain } from './mutations'
import { useKept } from './use-kept'

/** A bidder explains its price in writing, while there is time; the other members of a consortium follow what its lead says. */
export function ExplainPrice({ lot, inquiry }: { lot: string; inquiry: PriceInquiry }) {
  const { t } = useTranslation('evaluation')
  const explain = useExplain(lot)
  const [text, setText, dropKept] = useKept(`explanation.${inquiry.bid}`, z.string(), inquiry.explanation ?? '')
  const judged = inquiry.votes > 0
  const { accepted, own } = inquiry
  return (
    <section aria-labelledby="explain-title" className={styles.part}>
      <h2 id="explain-title">{t(own ? 'explain.title' : 'explain.titleOf', { name: inquiry.bidder })}</h2>
      <p className={styles.text}>{t(own ? 'explain.what' : 'explain.whatOf', { name: inquiry.bidder })}</p>
      <ul>
        {inquiry.triggers.map((trigger) => (
          <li key={trigger}>{t(`inquiry.trigger.${trigger}`)}</li>
        ))}
      </ul>
      {accepted == null && (
        <p>
          {t(own ? 'explain.until' : 'explain.untilOf')} <Deadline at={inquiry.answerBy} full />
        </p>
      )}
      <Failure error={explain.error} />
      <How inquiry={inquiry} />
      {inquiry.explanation != null && (judged || !own) && <p className={styles.text}>{inquiry.explanation}</p>}
      {own && !judged && accepted == null && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            explain.mutate(text, { onSuccess: dropKept })
          }}
        >
          <TextArea
            id="explanation"
            rows={8}
            maxLength={5000}
            label={t('explain.label')}
            hint={t('explain.hint')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className={styles.actions}>
            <Button type="submit" busy={explain.isPending}>
              {t(inquiry.explanation == null ? 'explain.send' : 'explain.again')}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}

/** Whether it was explained, and what the panel found. */
function How({ inquiry: { own, accepted, votes, explainedAt } }: { inquiry: PriceInquiry }) {
  const { t } = useTranslation('evaluation')
  if (accepted != null)
    return <Strip tone={accepted ? 'met' : 'not'}>{t(accepted ? 'explain.accepted' : 'explain.refused')}</Strip>
  if (explainedAt == null) return own ? null : <Strip tone="unknown">{t('explain.notYet')}</Strip>
  if (votes > 0) return <Strip tone="met">{t('explain.judged')}</Strip>
  return <Strip tone="met">{t(own ? 'explain.sent' : 'explain.sentOf')}</Strip>
}
