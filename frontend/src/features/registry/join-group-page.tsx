import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { date, inFours } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { DataTable } from '../../ui/data-table'
import { ErrorSummary } from '../../ui/error-summary'
import { Page } from '../../ui/page'
import { useToast } from '../../ui/toast'
import { problemsOf } from './fact-form'
import { useJoin } from './mutations'
import { body } from './queries'
import styles from './registry.module.css'

/** What the filing says of the group. */
interface Filed {
  id: string
  version: number
  name: string
  number: string | null
  filedOn: string | null
  foundedOn: string | null
  venue: string
  leader: { name: string } | null
}

/** 备案与登记合并: both entries side by side, then what happens, then the one button. */
export function JoinGroupPage({ group, organization }: { group: Filed; organization: string }) {
  const { t } = useTranslation('registry')
  const { t: common } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const say = useToast()
  const join = useJoin(group.id)
  const { data: registered } = useSuspenseQuery(body(organization))
  const day = (value: string | null) => (value === null ? t('unknown') : date(value, language))
  const rows = [
    ['name', group.name, registered.name],
    ['number', group.number, registered.creditCode && inFours(registered.creditCode)],
    ['foundedOn', day(group.foundedOn), day(registered.foundedOn)],
    ['head', group.leader?.name, registered.head],
    ['address', group.venue, registered.address],
  ] as const
  const act = () =>
    join.mutate(
      { version: group.version, organization },
      {
        onSuccess: () => {
          say({ text: t('join.done', { name: registered.name }) })
          navigate(paths.keptBody(group.id))
        },
      },
    )
  return (
    <Page title={t('join.title')} narrow>
      <p>
        <Link to={paths.keptBody(group.id)}>{group.name}</Link>
      </p>
      <h1>{t('join.title')}</h1>
      <p className={styles.lead}>{t('join.lead')}</p>
      <ErrorSummary errors={problemsOf(join.error, common('form.unreachable'))} />
      <DataTable
        caption={t('join.compare')}
        rows={[...rows]}
        rowKey={([item]) => item}
        empty={null}
        columns={[
          { key: 'item', header: t('history.field'), cell: ([item]) => t(`join.item.${item}`) },
          {
            key: 'filed',
            header: t('join.filed', { day: day(group.filedOn) }),
            cell: ([, filed]) => filed ?? t('unknown'),
          },
          { key: 'registered', header: t('join.registered'), cell: ([, , now]) => now ?? t('unknown') },
        ]}
      />
      <h2 className={styles.next}>{t('join.what')}</h2>
      <ul className={styles.plainList}>
        {(['keeps', 'takes', 'ends', 'gone', 'final'] as const).map((one) => (
          <li key={one}>{t(`join.means.${one}`)}</li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button busy={join.isPending} onClick={act}>
          {t('join.send')}
        </Button>
        <Button weight="quiet" onClick={() => navigate(paths.keptBody(group.id))}>
          {t('act.cancel')}
        </Button>
      </div>
    </Page>
  )
}
