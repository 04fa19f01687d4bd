import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { holderKeys, useLacking } from '../../lib/holders'
import { paths } from '../../lib/paths'
import { HoldersLacking } from '../../ui/holders-lacking'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { KeyCard } from './key-card'
import styles from './keys.module.css'
import { NewKey } from './new-key'
import { OwnKey } from './own-key'
import { SupervisionChoice } from './supervision-choice'

interface KeysPageProps {
  /** Whether the caller keeps keys; an operator only vouches for the supervisors'. */
  holds: boolean
  /** Of a department, which chooses who opens with it. */
  department: boolean
  /** Where a supervisor supervises what is bought; nobody else has one. */
  region?: string | undefined
  /** In the demo keys were made beforehand. */
  demo: boolean
}

/** The keys that open bids: one's own first, then those of the people beside. */
export function KeysPage({ holds, department, region, demo }: KeysPageProps) {
  const { t } = useTranslation('keys')
  const { data } = useQuery({ ...holderKeys, throwOnError: true })
  const lacking = useLacking({ here: true, statutory: false, supervised: !department })
  const own = data?.items.filter((one) => one.mine && one.state !== 'REVOKED') ?? []
  return (
    <Page title={t('title')}>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      {region !== undefined && <p className={styles.lead}>{t('region', { region })}</p>}
      {lacking !== null && <HoldersLacking lacking={lacking} here />}
      {data === undefined && <Skeleton lines={8} />}
      {data !== undefined && holds && (
        <section aria-labelledby="own-title" className={styles.part}>
          <h2 id="own-title">{t('own.title')}</h2>
          {own.map((one) => (
            <OwnKey key={one.id} one={one} />
          ))}
          {own.length === 0 && <NewKey />}
          {demo && (
            <p className={styles.demo}>
              {t('demo.said')}{' '}
              <a href={paths.demoKey} download>
                {t('demo.download')}
              </a>
            </p>
          )}
        </section>
      )}
      {data !== undefined && (
        <section aria-labelledby="all-title" className={styles.part}>
          <h2 id="all-title">{t(department ? 'all.department' : 'all.supervision')}</h2>
          {data.items.length === 0 && <p>{t('all.none')}</p>}
          <ul className={styles.keys}>
            {data.items.map((one) => (
              <KeyCard key={one.id} one={one} />
            ))}
          </ul>
        </section>
      )}
      {data !== undefined && department && <SupervisionChoice wanted={data.supervisionWanted} />}
    </Page>
  )
}
