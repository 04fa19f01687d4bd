import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './skeleton.module.css'

/** Nothing for 300 ms, for most waits are shorter; then the outline of what is coming. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={styles.skeleton} role="status">
      {late && <span className="visually-hidden">{t('loading')}</span>}
      {late && Array.from({ length: lines }, (_, line) => <i key={String(line)} aria-hidden="true" />)}
    </div>
  )
}
