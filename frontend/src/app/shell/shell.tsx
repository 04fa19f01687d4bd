import { lazy, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, ScrollRestoration, useNavigate, useNavigation } from 'react-router'
import { paths } from '../../lib/paths'
import { recall, remember } from '../../lib/storage'
import { useKeyboard } from '../../ui/keyboard'
import { Skeleton } from '../../ui/skeleton'
import { DemoBanner } from './demo-banner'
import { Footer } from './footer'
import { Header } from './header'
import { Live } from './live'
import styles from './shell.module.css'
import { useFocusOnArrival } from './use-focus-on-arrival'

/** Comes when somebody asks for it. */
const KeyboardHelp = lazy(async () => ({ default: (await import('../../ui/keyboard-help')).KeyboardHelp }))

/** What stands around every page: skip links, header, landmarks, footer, keys. */
export function Shell() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { state } = useNavigation()
  const [help, setHelp] = useState<boolean>()
  const [keys, setKeys] = useState(recall('keys') !== 'off')
  const main = useFocusOnArrival()
  const openHelp = useCallback(() => setHelp(true), [])
  const search = useCallback(() => {
    const box = document.querySelector<HTMLInputElement>('[data-search]')
    if (box === null) navigate(paths.notices)
    else box.focus()
  }, [navigate])
  useKeyboard(keys, { search, help: openHelp })
  const switchKeys = (on: boolean) => {
    setKeys(on)
    remember('keys', on ? 'on' : 'off')
  }
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('skip.main')}
      </a>
      <div className={styles.progress} data-on={state !== 'idle' || undefined} aria-hidden="true" />
      <DemoBanner />
      <Header />
      <main id="main" tabIndex={-1} ref={main} className={styles.main}>
        <Suspense fallback={<Skeleton lines={9} />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer onKeys={openHelp} />
      {help !== undefined && (
        <Suspense fallback={null}>
          <KeyboardHelp open={help} onClose={() => setHelp(false)} on={keys} onSwitch={switchKeys} />
        </Suspense>
      )}
      <Live />
      <ScrollRestoration />
    </>
  )
}
