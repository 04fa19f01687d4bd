import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../../ui/field'
import styles from './give.module.css'

interface IndependenceProps {
  article: string
  stated: boolean
  onState: (stated: boolean) => void
}

/** domain.md 2.5, C02: asked of whoever is in such a membership, so that it tells nothing of another bid. */
export function Independence({ article, stated, onState }: IndependenceProps) {
  const { t } = useTranslation('roster')
  return (
    <>
      <h3>{t('independence.title')}</h3>
      <p className={styles.quiet}>
        {t('independence.why')} {article}
      </p>
      <Checkbox
        id="independence"
        label={t('independence.tick')}
        checked={stated}
        onChange={({ target }) => onState(target.checked)}
      />
    </>
  )
}
