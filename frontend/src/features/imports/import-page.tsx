import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { RegistryImport } from '../../api/types'
import { count, dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { Columns } from './columns'
import styles from './imports.module.css'
import { importOf, isAtWork } from './queries'
import { Rows } from './rows'
import { Steps } from './steps'

/** One file on its way: what it would change, what becomes of it, and the way back. */
export function ImportPage() {
  const { t } = useTranslation('imports')
  const { id = '' } = useParams()
  const { data } = useQuery({ ...importOf(id), throwOnError: true })
  if (data === undefined) {
    return (
      <Page title={t('title')}>
        <Skeleton lines={10} />
      </Page>
    )
  }
  const compared = data.state !== 'READING' && data.state !== 'COMPARING' && data.state !== 'REFUSED'
  return (
    <Page title={data.fileName}>
      <p className={styles.back}>
        <Link to={paths.imports}>{t('back')}</Link>
      </p>
      <h1 className={styles.file}>{data.fileName}</h1>
      <About one={data} />
      <Standing one={data} />
      {compared && <Numbers one={data} />}
      <Steps one={data} />
      {data.columns.length > 0 && <Columns key={data.version} one={data} />}
      {compared && <Rows one={data} />}
    </Page>
  )
}

function About({ one }: { one: RegistryImport }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  return (
    <p className={styles.about}>
      {t(`kind.${one.kind}`)} · {t('about', { name: one.byName, at: dateTime(one.createdAt, language) })}
      {one.earlier !== null && (
        <>
          {' '}
          <Link to={paths.registryImport(one.earlier.id)}>
            {t('sameFile', { at: dateTime(one.earlier.createdAt, language), state: t(`state.${one.earlier.state}`) })}
          </Link>
        </>
      )}
    </p>
  )
}

/** What is true now, first of all whether anything was written. */
function Standing({ one }: { one: RegistryImport }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const at = one.state === 'UNDONE' ? one.undoneAt : one.appliedAt
  const said = at === null ? '' : dateTime(at, language)
  const { refused } = one.counts
  return (
    <div className={styles.standing} data-state={one.state}>
      <p role="status" className={styles.said}>
        {one.state === 'APPLIED' && refused > 0
          ? t('said.APPLIED_PARTLY', { at: said, count: refused, formatted: count(refused) })
          : t(`said.${one.state}`, { at: said })}
      </p>
      {isAtWork(one.state) && (
        <>
          <progress
            aria-label={t('progress')}
            {...(one.total > 0 && one.state !== 'COMPARING'
              ? { value: Math.min(one.done, one.total), max: one.total }
              : {})}
          />
          {one.done > 0 && (
            <p>
              {one.total > 0
                ? t('doneOf', { done: count(Math.min(one.done, one.total)), total: count(one.total) })
                : t('doneSoFar', { done: count(one.done) })}
            </p>
          )}
        </>
      )}
      {one.problem !== null && (
        <div className={styles.problem} role="alert">
          <p>
            <b>{one.problem.title}</b>
          </p>
          <p>{one.problem.detail}</p>
        </div>
      )}
    </div>
  )
}

function Numbers({ one: { counts, state } }: { one: RegistryImport }) {
  const { t } = useTranslation('imports')
  const shown = (
    state === 'UNDONE' ? ['undone', 'kept'] : ['created', 'changed', 'unchanged', 'refused']
  ) as (keyof typeof counts)[]
  return (
    <dl className={styles.numbers}>
      {shown.map((name) => (
        <div key={name} data-number={name} data-none={counts[name] === 0 || undefined}>
          <dt>{t(`count.${name}`)}</dt>
          <dd>{count(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}
