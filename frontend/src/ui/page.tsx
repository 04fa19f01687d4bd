import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import styles from './page.module.css'

interface PageProps {
  /** The words of the browser's tab. */
  title: string
  children: ReactNode
  /** Text pages keep the measure; lists and desks use the full width. */
  narrow?: boolean
}

/** One page: names the tab and keeps the margins. */
export function Page({ title, children, narrow = false }: PageProps) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`
  }, [title, t])
  return <div className={cx(styles.page, narrow && styles.narrow)}>{children}</div>
}
