import { useTranslation } from 'react-i18next'
import type { HolderKey } from '../../api/types'
import { inFours } from '../../lib/format'
import { Strip } from '../../ui/strip'
import styles from './keys.module.css'
import { OpenTest } from './open-test'

function stepOf({ state, rehearsed }: HolderKey) {
  if (state === 'PROPOSED' || state === 'PROVEN') return state
  return rehearsed ? 'ready' : 'rehearse'
}

/** How far one's own key is, and what to do now. */
export function OwnKey({ one }: { one: HolderKey }) {
  const { t } = useTranslation('keys')
  const step = stepOf(one)
  return (
    <div className={styles.own}>
      <p className={styles.finger}>
        <span>{t('fingerprint')}</span> <code>{inFours(one.kid)}</code>
      </p>
      <Strip tone={step === 'ready' ? 'met' : 'unknown'}>{t(`step.${step}.word`)}</Strip>
      <p>{t(`step.${step}.what`)}</p>
      {one.state === 'PROPOSED' && <OpenTest one={one} />}
      {one.state === 'ENROLLED' && (
        <details open={!one.rehearsed}>
          <summary>{t('test.again')}</summary>
          <OpenTest one={one} />
        </details>
      )}
    </div>
  )
}
