import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import { hasStatus } from '../../lib/problem'
import { Page } from '../../ui/page'
import { HomeList } from './home-list'
import { HomeNumbers } from './home-numbers'
import styles from './home-page.module.css'
import { NewestInstead } from './newest-instead'
import { noticeList } from './queries'
import { SearchBox } from './search-box'
import { readNoticeSearch, writeNoticeSearch } from './search-params'

const NOTHING_ASKED = readNoticeSearch(new URLSearchParams())
const NEWEST = { ...NOTHING_ASKED, sort: 'published' as const }
const CLOSING = { ...NOTHING_ASKED, status: ['OPEN' as const], sort: 'deadline' as const }
const SHORT = 6

export function HomePage() {
  const { t } = useTranslation('search')
  const newest = useQuery({ ...noticeList(NEWEST, SHORT), throwOnError: (failure) => hasStatus(failure, 0) })
  const closing = useQuery(noticeList(CLOSING, SHORT))
  const often = t('home.words', { returnObjects: true })
  return (
    <Page title={t('home.title')}>
      <section className={styles.hero}>
        <h1>
          {t('home.title')
            .split(/(?<=，)/)
            .map((phrase) => (
              <span key={phrase}>{phrase}</span>
            ))}
        </h1>
        <p className={styles.lead}>{t('home.lead')}</p>
        <SearchBox />
        <p className={styles.often}>
          {t('home.often')}
          {often.map((q) => (
            <Link key={q} to={{ pathname: paths.notices, search: writeNoticeSearch({ q }).toString() }}>
              {q}
            </Link>
          ))}
        </p>
      </section>
      <HomeNumbers />
      {hasStatus(newest.error, 503) ? (
        <NewestInstead ask={NOTHING_ASKED} />
      ) : (
        <div className={styles.lists}>
          <HomeList
            title={t('home.closing')}
            query={closing}
            all={{ to: `${paths.notices}?${writeNoticeSearch(CLOSING)}`, name: t('home.allClosing') }}
            empty={{ title: t('home.noneClosing'), text: t('home.noneClosingText') }}
          />
          <HomeList
            title={t('home.newest')}
            query={newest}
            all={{ to: `${paths.notices}?${writeNoticeSearch(NEWEST)}`, name: t('home.allNewest') }}
            empty={{ title: t('home.noneNewest'), text: t('home.noneClosingText') }}
          />
        </div>
      )}
    </Page>
  )
}
