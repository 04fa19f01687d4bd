import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { paths } from '../../lib/paths'
import { ActionLink } from '../../ui/button'
import { Page } from '../../ui/page'
import { Deeds } from './deeds'
import { Facts } from './facts'
import styles from './pool.module.css'
import { entryOf } from './queries'
import { Slip } from './slip'
import { StateWord } from './state-word'
import { Turns } from './turns'

/** Somebody of the pool as the keeper sees him or her, with what may be done. */
export function EntryPage() {
  const { t } = useTranslation('pool')
  const { id = '' } = useParams()
  const { data: entry } = useSuspenseQuery(entryOf(id))
  return (
    <Page title={entry.name}>
      <p>
        <Link to={paths.pool}>{t('title')}</Link>
      </p>
      <h1>{entry.name}</h1>
      <div className={styles.head}>
        <StateWord state={entry.state} opened={entry.opened} />
        {entry.stateReason !== null && <span>{t('because', { reason: entry.stateReason })}</span>}
      </div>
      {!entry.opened && <p className={styles.lead}>{t('notOpenedWhat')}</p>}
      <div className={styles.acts}>
        <Slip entry={entry} />
        <ActionLink weight="ghost" to={paths.editPoolEntry(id)}>
          {t('change')}
        </ActionLink>
        <Turns entry={entry} />
      </div>
      <Facts entry={entry} />
      <section className={styles.part} aria-labelledby="deeds-title">
        <h2 id="deeds-title">{t('deeds.title')}</h2>
        <Deeds id={id} />
      </section>
    </Page>
  )
}
