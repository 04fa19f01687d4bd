import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { count, yuan, yuanShort } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import styles from './home-page.module.css'
import { statistics } from './queries'
import { writeNoticeSearch } from './search-params'

/** The state of the platform as one line of numbers; nothing at all while they are unknown. */
export function HomeNumbers() {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const { data, isPending } = useQuery(statistics)
  const open = { pathname: paths.notices, search: writeNoticeSearch({ status: ['OPEN'] }).toString() }
  const amount = data && (yuanShort(data.openAmountFen, language) ?? yuan(data.openAmountFen, language))
  return (
    <section className={styles.numbers} aria-label={t('home.numbers')} aria-busy={isPending}>
      {data && (
        <>
          <p className={styles.open}>
            <Link to={open}>
              <b>{count(data.openNotices)}</b> {t('home.open')}
            </Link>
            <small>{t('home.openAmount', { amount })}</small>
          </p>
          <p>
            <b>{count(data.publishedLast7Days)}</b> {t('home.week')}
          </p>
          <p>
            <b>{count(data.organizations)}</b> {t('home.organizations')}
          </p>
          <p>
            <b>{count(data.filedGroups)}</b> {t('home.groups')}
          </p>
          <p>
            <b>{count(data.federations)}</b> {t('home.federations')}
          </p>
        </>
      )}
    </section>
  )
}
