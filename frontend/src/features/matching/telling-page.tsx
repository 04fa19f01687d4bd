import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import { Page } from '../../ui/page'
import styles from './feed.module.css'
import { telling } from './feed-queries'
import { TellingForm } from './telling-form'

/** Where the body wants to be told of new lots; nobody else narrows it. */
export function TellingPage() {
  const { t } = useTranslation('feed')
  const { data } = useSuspenseQuery(telling)
  return (
    <Page title={t('telling.title')} narrow>
      <p>
        <Link to={paths.opportunities}>{t('telling.back')}</Link>
      </p>
      <h1>{t('telling.title')}</h1>
      <p className={styles.lead}>{t('telling.lead')}</p>
      <TellingForm saved={data} />
    </Page>
  )
}
