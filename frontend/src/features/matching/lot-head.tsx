import { useTranslation } from 'react-i18next'
import type { EligibilityAnswer } from '../../api/types'
import { yuan } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Deadline } from '../../ui/deadline'
import styles from './eligibility-page.module.css'

/** Which lot a page is about: its notice, its number, who buys what for how much, and until when. */
export function LotHead({ lot }: { lot: EligibilityAnswer['lot'] }) {
  const { t } = useTranslation('eligibility')
  const language = useLanguage()
  return (
    <>
      <p className={styles.lot}>{lot.noticeTitle}</p>
      <dl className={styles.meta}>
        <div>
          <dt>{t('lotLabel')}</dt>
          <dd>{t('lot', { number: lot.number, title: lot.title })}</dd>
        </div>
        <div>
          <dt>{t('buyer')}</dt>
          <dd>{lot.department.name}</dd>
        </div>
        <div>
          <dt>{t('service')}</dt>
          <dd>{lot.category.name}</dd>
        </div>
        <div>
          <dt>{t('budget')}</dt>
          <dd>{yuan(lot.budgetFen, language)}</dd>
        </div>
        {lot.deadline !== null && (
          <div>
            <dt>{t('deadline')}</dt>
            <dd>
              <Deadline at={lot.deadline} full />
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}
