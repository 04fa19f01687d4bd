import { useTranslation } from 'react-i18next'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import styles from './give.module.css'

/** The same bid is written in another tab: whoever writes says which of the two is to stay. */
export function OtherTab({ onTakeOver, onKeep }: { onTakeOver: () => void; onKeep: () => void }) {
  const { t } = useTranslation('bid')
  return (
    <div role="status">
      <Banner tone="amber">{t('tab.elsewhere')}</Banner>
      <p className={styles.ways}>
        <Button onClick={onTakeOver}>{t('tab.takeOver')}</Button>
        <Button weight="ghost" onClick={onKeep}>
          {t('tab.keep')}
        </Button>
      </p>
    </div>
  )
}
