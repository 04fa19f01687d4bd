import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths'
import { EmptyState } from '../../../ui/empty-state'
import { Page } from '../../../ui/page'
import { Pager } from '../../../ui/pager'
import { Skeleton } from '../../../ui/skeleton'
import styles from '../keys.module.css'
import type { Proved } from '../opening/chain'
import { knownKeys, ownKeyHere } from './queries'
import { SigningKeyCard } from './signing-key-card'

/** So many are checked at once: each asks for its receipts. */
const AT_ONCE = 20

interface SigningKeysPageProps {
  organization: string
  account: string
  proved: Proved
}

/** Every key that ever signed in the body's name: only its own people can tell that one is none of theirs (decision 41). */
export function SigningKeysPage({ organization, account, proved }: SigningKeysPageProps) {
  const { t } = useTranslation('keys')
  const { data } = useQuery({ ...knownKeys, throwOnError: true })
  const { data: here = null } = useQuery(ownKeyHere(account))
  const [shown, setShown] = useState(AT_ONCE)
  const items = data?.items ?? []
  return (
    <Page title={t('signing.title')} narrow>
      <h1>{t('signing.title')}</h1>
      <p className={styles.lead}>{t('signing.lead')}</p>
      {data === undefined && <Skeleton lines={8} />}
      {data !== undefined && items.length === 0 && (
        <EmptyState title={t('signing.none')}>{t('signing.noneWhat')}</EmptyState>
      )}
      {items.length > 0 && (
        <>
          <section aria-labelledby="all-title" className={styles.part}>
            <h2 id="all-title">{t('signing.all')}</h2>
            <ul className={styles.keys} data-list>
              {items.slice(0, shown).map((key) => (
                <SigningKeyCard
                  key={key.id}
                  one={key}
                  here={key.id === here}
                  organization={organization}
                  proved={proved}
                />
              ))}
            </ul>
            {items.length > AT_ONCE && (
              <Pager
                shown={Math.min(shown, items.length)}
                total={items.length}
                more={shown < items.length}
                busy={false}
                onMore={() => setShown(shown + AT_ONCE)}
              />
            )}
          </section>
          <section aria-labelledby="unknown-title" className={styles.part}>
            <h2 id="unknown-title">{t('signing.unknown.title')}</h2>
            <ol className={styles.steps}>
              <li>{t('signing.unknown.ask')}</li>
              <li>{t('signing.unknown.revoke')}</li>
              <li>{t('signing.unknown.report')}</li>
            </ol>
          </section>
        </>
      )}
      <p className={styles.back}>
        <Link to={paths.ownBids}>{t('signing.bids')}</Link>
      </p>
    </Page>
  )
}
