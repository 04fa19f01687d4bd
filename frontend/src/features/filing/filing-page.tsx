import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Filing } from '../../api/types'
import { date, dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import { Deeds } from './deeds'
import styles from './filing.module.css'
import { actsOf, filingOf } from './queries'
import { StateWord } from './state-word'

/** One filing: where it stands, what is written, who did what, and what the caller can do now. */
export function FilingPage({ own }: { own: string | null }) {
  const { t } = useTranslation('filing')
  const language = useLanguage()
  const { id = own ?? '' } = useParams()
  const { data: filing } = useSuspenseQuery(filingOf(id))
  return (
    <Page title={filing.name}>
      <header>
        {own === null && (
          <p>
            <Link to={paths.filings}>{t('toList')}</Link>
          </p>
        )}
        <p className={styles.plain}>
          <StateWord state={filing.state} />
          <span>{filing.community.name}</span>
          <span>{filing.number ?? t('noNumber')}</span>
          {filing.validTo !== null && <span>{t('until', { day: date(filing.validTo, language) })}</span>}
        </p>
        <h1>{filing.name}</h1>
        {filing.returned && (
          <p className={styles.note}>
            <b>{t('returnedWith')}</b>
            {filing.returned}
          </p>
        )}
        {filing.request && (
          <p className={styles.note}>
            <b>{t(`asked.${filing.request.wish}`)}</b>
            {filing.request.text} {filing.request.byName}
          </p>
        )}
      </header>
      <div className={styles.columns}>
        <div className={styles.body}>
          <Written filing={filing} />
          <History id={filing.id} />
        </div>
        <Deeds filing={filing} />
      </div>
    </Page>
  )
}

function Written({ filing }: { filing: Filing }) {
  const { t } = useTranslation('filing')
  const language = useLanguage()
  const rows: [string, ReactNode][] = [
    [t('field.type'), t(`type.${filing.type}`)],
    [t('field.purpose'), filing.purpose],
    [t('field.categories'), filing.categories.map(({ name }) => name).join(t('separator'))],
    [t('field.venue'), filing.venue],
    [t('field.leader'), filing.leader?.name],
    [t('field.phone'), filing.leader?.phone],
    [t('field.politicalStatus'), filing.leader?.politicalStatus],
    [t('field.memberCount'), filing.memberCount],
    [t('field.coreMembers'), filing.coreMembers.join(t('separator'))],
    [t('field.foundedOn'), filing.foundedOn && date(filing.foundedOn, language)],
    [t('field.guidanceUnit'), filing.guidanceUnit],
    [t('field.host'), filing.host],
    [t('field.partyBranch'), filing.partyBranch],
    [t('field.funding'), filing.funding],
    [t('part.papers'), filing.attachments.length > 0 && <Papers filing={filing} />],
    [
      t('field.opinion'),
      filing.opinion && `${t(filing.opinion.supports ? 'supports' : 'opposes')} ${filing.opinion.text}`,
    ],
  ]
  return (
    <>
      <h2>{t('written')}</h2>
      <dl>
        {rows
          .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
          .map(([label, value]) => (
            <div key={label} className={styles.pair}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}

function Papers({ filing }: { filing: Filing }) {
  const { t } = useTranslation('filing')
  return (
    <ul>
      {filing.attachments.map(({ kind, fileId, name }) => (
        <li key={fileId}>
          <a href={paths.filingPaper(filing.id, fileId)} download>
            {t(`paper.${kind}`)} {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

function History({ id }: { id: string }) {
  const { t } = useTranslation('filing')
  const language = useLanguage()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(actsOf(id))
  const acts = data?.pages.flatMap((page) => page.items) ?? []
  if (acts.length === 0) return null
  return (
    <>
      <h2>{t('history')}</h2>
      <ol className={styles.history}>
        {acts.map((act) => (
          <li key={act.version}>
            <p>
              <b>{act.byName}</b>
              {t(`act.${act.act}`)}
              <time dateTime={act.at}>{dateTime(act.at, language)}</time>
            </p>
            {act.reason && <blockquote>{act.reason}</blockquote>}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button weight="ghost" busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </>
  )
}
