import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Rebuild } from '../../api/types'
import { count, dateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { useRebuild } from './mutations'
import styles from './operations.module.css'
import { indexCheck, rebuild } from './queries'

export function IndexPart() {
  const { t } = useTranslation('operations')
  const { data } = useQuery(rebuild)
  const start = useRebuild()
  const running = data?.state === 'RUNNING' || start.isPending
  return (
    <section aria-labelledby="index-title">
      <h2 id="index-title">{t('index.title')}</h2>
      <p className={styles.lead}>{t('index.lead')}</p>
      {data && <Progress state={data} />}
      {start.isError && <p className={styles.wrong}>{start.error.message}</p>}
      <Button busy={running} onClick={() => start.mutate()}>
        {t('index.start')}
      </Button>
      <Check />
    </section>
  )
}

function Progress({ state: { state, done, total, startedAt, finishedAt, message } }: { state: Rebuild }) {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  const at = finishedAt ?? startedAt
  return (
    <div className={styles.progress}>
      <p role="status">{t(`index.${state}`, { at: at === null ? '' : dateTime(at, language) })}</p>
      {state === 'RUNNING' && (
        <>
          <progress value={done} max={Math.max(total, 1)} aria-label={t('index.progress')} />
          <p>{t('index.count', { done: count(done), total: count(total) })}</p>
        </>
      )}
      {state === 'FAILED' && message && <p className={styles.wrong}>{message}</p>}
    </div>
  )
}

function Check() {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  const { data, isFetching, refetch, isError } = useQuery(indexCheck)
  const sound = data !== undefined && data.missing + data.stale + data.extra === 0
  return (
    <div className={styles.check}>
      <h3>{t('check.title')}</h3>
      {isError && <p className={styles.wrong}>{t('check.failed')}</p>}
      {data && (
        <>
          <p role="status" className={styles.lead}>
            {t(sound ? 'check.sound' : 'check.unsound')}
            {data.checkedAt && t('check.at', { at: dateTime(data.checkedAt, language) })}
          </p>
          <dl>
            {(['missing', 'stale', 'extra'] as const).map((name) => (
              <div key={name}>
                <dt>{t(`check.${name}`)}</dt>
                <dd>{count(data[name])}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <Button weight="ghost" busy={isFetching} onClick={() => void refetch()}>
        {t('check.again')}
      </Button>
    </div>
  )
}
