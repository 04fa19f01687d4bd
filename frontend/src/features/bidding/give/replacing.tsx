import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../../ui/banner'

/** Whoever asked to replace is led to where that is done. */
export function Replacing() {
  const { t } = useTranslation('bid')
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    top.current?.focus()
    top.current?.scrollIntoView?.({ block: 'start' })
  }, [])
  return (
    <div ref={top} tabIndex={-1}>
      <Banner>{t('replacing')}</Banner>
    </div>
  )
}
