import { useTranslation } from 'react-i18next'
import { paths } from '../../../lib/paths'
import { ActionLink } from '../../../ui/button'
import { Deadline } from '../../../ui/deadline'
import { Strip } from '../../../ui/strip'
import type { Begun } from './begun'
import styles from './give.module.css'

/** Bids that were begun in this browser and not given, with how long there is left. */
export function BegunBids({ begun }: { begun: Begun[] }) {
  const { t } = useTranslation('bid')
  if (begun.length === 0) return null
  return (
    <section className={styles.own} aria-labelledby="begun-title">
      <h2 id="begun-title">{t('begun.title')}</h2>
      <ul className={styles.bids} data-list>
        {begun.map(({ lot, title, deadline, sealed }) => (
          <li key={lot} data-row>
            <Strip tone="unknown">{t(sealed ? 'begun.sealed' : 'begun.draft')}</Strip>
            <h3 className={styles.name}>{title}</h3>
            <p>
              {t('head.deadline')} <Deadline at={deadline} full />
            </p>
            <p className={styles.ways}>
              <ActionLink to={paths.giveBid(lot)} aria-label={t('begun.goOf', { title })}>
                {t('begun.go')}
              </ActionLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
