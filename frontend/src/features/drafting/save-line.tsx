import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useNow } from '../../lib/clock'
import { shortDateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { cx } from '../../ui/cx'
import styles from './drafting.module.css'
import type { SaveState } from './use-autosave'

const CALM: SaveState['kind'][] = ['saved', 'typing', 'saving']

/** Where what was typed is kept right now, in one line; trouble is announced, routine is not. */
export function SaveLine({ state }: { state: SaveState }) {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  const now = useNow()
  const { pathname } = useLocation()
  const words =
    state.kind === 'saved' && state.at !== null
      ? t('save.savedAt', { at: shortDateTime(state.at, language, now) })
      : t(`save.${state.kind}`)
  return (
    <p
      className={cx(styles.save, !CALM.includes(state.kind) && styles.saveTrouble)}
      role={CALM.includes(state.kind) ? undefined : 'status'}
      data-save={state.kind}
    >
      {words} {state.kind === 'refused' && state.failure.message}
      {state.kind === 'signedOut' && <Link to={paths.signIn(pathname)}>{t('save.signIn')}</Link>}
    </p>
  )
}
