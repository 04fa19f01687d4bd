import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { Strip } from '../../ui/strip'
import styles from './evaluation.module.css'
import { isOver } from './phases'
import { seats } from './queries'

/** Where the caller sits; what waits for the caller stands first. */
export function SeatsPage() {
  const { t } = useTranslation('evaluation')
  const { data } = useQuery({ ...seats, throwOnError: true })
  return (
    <Page title={t('seats.title')}>
      <h1>{t('seats.title')}</h1>
      <p className={styles.lead}>
        {t('seats.lead')} <Link to={paths.ownPoolEntry}>{t('seats.own')}</Link>
      </p>
      {data === undefined && <Skeleton lines={6} />}
      {data?.length === 0 && <EmptyState title={t('seats.none')}>{t('seats.noneWhat')}</EmptyState>}
      <ul className={styles.list} data-list>
        {data?.map((seat) => (
          <li key={seat.lotId} data-row>
            <div className={styles.row}>
              <Link to={paths.desk(seat.lotId)}>
                <b>{seat.title}</b>
              </Link>
              <Strip tone={seat.waiting ? 'unknown' : 'met'}>
                {seat.waiting
                  ? t(`todo.${seat.todo as 'SCORING'}`)
                  : t(isOver(seat.phase) ? 'seats.over' : 'seats.waitingForOthers')}
              </Strip>
            </div>
            <p className={styles.quiet}>
              {seat.noticeTitle} · {seat.departmentName} · {t('seats.bids', { count: seat.bids })} ·{' '}
              {t(`phase.${seat.phase}`)}
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
