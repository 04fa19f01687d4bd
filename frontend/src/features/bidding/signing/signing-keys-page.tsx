import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths'
import { EmptyState } from '../../../ui/empty-state'
import { ListEnd } from '../../../ui/list-end'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import styles from '../keys.module.css'
import type { Proved } from '../opening/chain'
import { knownKeys, ownKeyHere } from './queries'
import { SigningKeyCard } from './signing-key-card'
import { usePieces } from './use-pieces'

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
  const items = data?.items ?? []
  const pieces = usePieces(items, AT_ONCE)
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
              {pieces.data.pages
                .flatMap((page) => page.items)
                .map((key) => (
                  <SigningKeyCard
                    key={key.id}
                    one={key}
                    here={key.id === here}
                    organization={organization}
                    proved={proved}
                  />
                ))}
            </ul>
            <ListEnd query={pieces} />
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
