import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog'
import { Checkbox } from './field'
import styles from './keyboard-help.module.css'

interface KeyboardHelpProps {
  open: boolean
  onClose: () => void
  on: boolean
  onSwitch: (on: boolean) => void
}

/** The few keys there are, and the switch that turns them off. */
export function KeyboardHelp({ open, onClose, on, onSwitch }: KeyboardHelpProps) {
  const { t } = useTranslation()
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')}>
      <dl className={styles.keys}>
        <dt>
          <kbd>/</kbd>
        </dt>
        <dd>{t('keys.search')}</dd>
        <dt>
          <kbd>j</kbd> <kbd>k</kbd>
        </dt>
        <dd>{t('keys.list')}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{t('keys.help')}</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>{t('keys.close')}</dd>
      </dl>
      <Checkbox checked={on} onChange={(event) => onSwitch(event.target.checked)} label={t('keys.on')} />
    </Dialog>
  )
}
