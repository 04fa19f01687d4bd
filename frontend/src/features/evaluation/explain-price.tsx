import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PriceInquiry } from '../../api/types'
import { Button } from '../../ui/button'
import { Deadline } from '../../ui/deadline'
import { TextArea } from '../../ui/field'
import { Strip } from '../../ui/strip'
import styles from './evaluation.module.css'
import { Failure } from './failure'
import { useExplain } from './mutations'

/** A bidder explains its price in writing, while there is time. */
export function ExplainPrice({ lot, inquiry }: { lot: string; inquiry: PriceInquiry }) {
  const { t } = useTranslation('evaluation')
  const explain = useExplain(lot)
  const [text, setText] = useState(inquiry.explanation ?? '')
  const judged = inquiry.votes > 0
  return (
    <section aria-labelledby="explain-title" className={styles.part}>
      <h2 id="explain-title">{t('explain.title')}</h2>
      <p className={styles.text}>{t('explain.what')}</p>
      <ul>
        {inquiry.triggers.map((trigger) => (
          <li key={trigger}>{t(`inquiry.trigger.${trigger}`)}</li>
        ))}
      </ul>
      <p>
        {t('explain.until')} <Deadline at={inquiry.answerBy} full />
      </p>
      <Failure error={explain.error} />
      {inquiry.explanation != null && <Strip tone="met">{t(judged ? 'explain.judged' : 'explain.sent')}</Strip>}
      {judged ? (
        <p className={styles.text}>{inquiry.explanation}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            explain.mutate(text)
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
