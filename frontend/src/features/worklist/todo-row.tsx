import { useTranslation } from 'react-i18next'
import type { Todo } from '../../api/types'
import { useNow } from '../../lib/clock'
import { shortDateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { ActionLink } from '../../ui/button'
import { Deadline } from '../../ui/deadline'
import styles from './worklist.module.css'

/** The page on which it is done. */
function placeOf({ matter, lotId, purchaseId }: Todo): string {
  if (lotId === null) return paths.purchase(purchaseId)
  switch (matter) {
    case 'REVIEW_PURCHASE':
    case 'PUBLISH_TERMINATION':
      return paths.purchase(purchaseId)
    case 'BEGIN_OPENING':
    case 'OPEN_PRICES':
    case 'GIVE_SHARES':
    case 'LOOK_AT_SEAL':
    case 'MEND_BID':
    case 'REPLACE_HOLDERS':
      return paths.opening(lotId)
    case 'ENROL_KEYS':
      return paths.keys
    case 'RESEAL':
      return paths.giveBid(lotId)
    case 'ANSWER_PART':
      return paths.consents(lotId)
    case 'FORM_PANEL':
    case 'CHECK_QUALIFICATION':
    case 'PROPOSE_AWARD':
    case 'DECIDE_AWARD':
      return paths.evaluation(lotId)
    case 'TAKE_SEAT':
    case 'CHECK_BIDS':
    case 'SCORE_BIDS':
    case 'JUDGE_PRICES':
      return paths.desk(lotId)
    case 'PUBLISH_RESULT':
    case 'MEND_RESULT':
      return paths.portalResult(lotId)
    case 'EXPLAIN_PRICE':
      return paths.debrief(lotId)
  }
}

/** What waits, until when or since when, and the way to it. */
export function TodoRow({ item }: { item: Todo }) {
  const { t } = useTranslation('worklist')
  const language = useLanguage()
  const now = useNow()
  const action = t(`todo.action.${item.matter}`)
  return (
    <li className={styles.row} data-row>
      <div>
        <p className={styles.matter}>
          <span>{t(`todo.matter.${item.matter}`)}</span>
          {item.until === null ? (
            <time dateTime={item.since}>{t('since', { day: shortDateTime(item.since, language, now) })}</time>
          ) : (
            <Deadline at={item.until} />
          )}
        </p>
        <h2 className={styles.name}>{item.title}</h2>
      </div>
      <ActionLink to={placeOf(item)} aria-label={t('actionNamed', { action, name: item.title })}>
        {action}
      </ActionLink>
    </li>
  )
}
