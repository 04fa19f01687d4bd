import { useTranslation } from 'react-i18next'
import { useMe } from '../../features/account/use-me'
import { chooseElder, chooseTheme, THEMES, useModes } from '../../lib/modes'
import { cx } from '../../ui/cx'
import { Menu } from '../../ui/menu'
import { LanguageSwitch } from './language-switch'
import styles from './shell.module.css'

/** One press to large type: those who need it must not have to find a menu first. */
export function ElderSwitch() {
  const { t } = useTranslation()
  const { elder } = useModes()
  return (
    <button
      type="button"
      className={`${styles.tool} ${styles.wide}`}
      aria-pressed={elder}
      onClick={() => chooseElder(!elder)}
    >
      {t(elder ? 'modes.elderOff' : 'modes.elder')}
    </button>
  )
}

export function DisplayMenu() {
  const { t } = useTranslation()
  const { theme, elder } = useModes()
  const who = useMe()
  return (
    <Menu label={t('modes.label')} title={t('modes.title')}>
      {() => (
        <>
          <fieldset className={styles.choices}>
            <legend>{t('modes.theme')}</legend>
            {THEMES.map((name) => (
              <label key={name}>
                <input type="radio" name="theme" checked={theme === name} onChange={() => chooseTheme(name)} />
                {t(`modes.${name}`)}
              </label>
            ))}
          </fieldset>
          <div className={styles.choices}>
            <label>
              <input type="checkbox" checked={elder} onChange={(event) => chooseElder(event.target.checked)} />
              {t('modes.elder')}
            </label>
          </div>
          <div className={cx(!who && styles.narrow)}>
            <LanguageSwitch />
          </div>
        </>
      )}
    </Menu>
  )
}
