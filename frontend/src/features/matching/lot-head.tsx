import { useTranslation } from 'react-i18next'
import type { EligibilityAnswer } from '../../api/types'
import { yuan } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Deadline } from '../../ui/deadline'
import styles from './eligibility-page.module.css'

/** Which lot a page is about: its notice, its number, who buys what for how much, and until when. */
export function LotHead({ lot }: { lot: EligibilityAnswer['lot'] }) {
  const { t } = useTranslation('matching')
  const language = useLanguage()
  return (
    <>
      <p className={styles.lot}>{lot.noticeTitle}</p>
      <dl className={styles.meta}>
        <div>
          <dt>{t('page.lotLabel')}</dt>
          <dd>{t('page.lot', { number: lot.number, title: lot.title })}</dd>
        </div>
        <div>
          <dt>{t('page.buyer')}</dt>
          <dd>{lot.department.name}</dd>
        </div>
        <div>
          <dt>{t('page.service')}</dt>
          <dd>{lot.category.name}</dd>
        </div>
        <div>
          <dt>{t('page.budget')}</dt>
          <dd>{yuan(lot.budgetFen, language)}</dd>
        </div>
        {lot.deadline !== null && (
          <div>
            <dt>{t('page.deadline')}</dt>
            <dd>
              <Deadline at={lot.deadline} full />
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}
