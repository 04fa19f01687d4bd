import { useTranslation } from 'react-i18next'
import type { Finding } from '../../api/types'
import { Button } from '../../ui/button'
import styles from './drafting.module.css'
import { leadTo } from './leading'
import type { SaveState } from './use-autosave'

/** On a phone the desk lies below the form; this line at the thumb says how it stands and leads there. */
export function PhoneBar({ findings = [], state }: { findings: readonly Finding[] | undefined; state: SaveState }) {
  const { t } = useTranslation('drafting')
  const errors = findings.filter(({ severity }) => severity === 'ERROR').length
  return (
    <div className={styles.phoneBar}>
      <p>
        {errors === 0 ? t('phone.clean') : t('phone.errors', { count: errors })}
        <small>{t(`phone.${state.kind === 'saved' ? 'saved' : 'notSaved'}`)}</small>
      </p>
      <Button weight="ghost" onClick={() => leadTo('desk')}>
        {t('phone.look')}
      </Button>
    </div>
  )
}
