import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CapabilityBoard } from '../../api/types'
import { yuan, yuanShort } from '../../lib/format'
import { paths } from '../../lib/paths'
import { apart } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { FederationCard } from '../../ui/federation-card'
import { Skeleton } from '../../ui/skeleton'
import styles from './federation.module.css'
import { capabilities } from './queries'

/** What the federation and its members can do together, and what kept them from the purchases of the last year. */
export function Ability({ federation }: { federation: string }) {
  const { t } = useTranslation('federation')
  const { data, isError } = useQuery(capabilities(federation))
  if (isError) return <EmptyState title={t('ability.failed')}>{t('ability.failedDo')}</EmptyState>
  if (data === undefined) return <Skeleton lines={8} />
  const ready = data.members.filter((member) => member.ready).length
  return (
    <>
      <section aria-labelledby="missing-title">
        <h2 id="missing-title">{t('ability.missing')}</h2>
        <p className={styles.lead}>{t('ability.missingLead', { lots: data.lots, missed: data.missed })}</p>
        <Missing missing={data.missing} />
      </section>
      <section aria-labelledby="services-title">
        <h2 id="services-title" className={styles.part}>
          {t('ability.services')}
        </h2>
        <DataTable
          caption={t('ability.services')}
          rows={data.services}
          rowKey={({ category }) => category.code}
          empty={<p className={styles.lead}>{t('ability.noServices')}</p>}
          columns={[
            {
              key: 'category',
              header: t('ability.category'),
              cell: ({ category, own }) => (
                <>
                  {category.name}
                  {own && <small className={styles.own}>{t('ability.own')}</small>}
                </>
              ),
            },
            {
              key: 'ready',
              header: t('ability.ready'),
              cell: (service) => service.ready.map(({ name }) => name).join(t('and')) || '—',
            },
            {
              key: 'notReady',
              header: t('ability.notReady'),
              cell: (service) => service.notReady.map(({ name }) => name).join(t('and')) || '—',
            },
          ]}
        />
      </section>
      <div className={styles.part}>
        <FederationCard
          title={t('ability.members', { ready, count: data.members.length })}
          label={t('roster.title')}
          litName={t('roster.litName')}
          darkName={t('roster.darkName')}
          tiles={data.members.map((member) => ({
            key: member.body.id,
            name: member.body.name,
            brings: member.ready
              ? member.categories.map(({ name }) => name).join(t('and'))
              : apart(member.missing, member.remedy),
            lit: member.ready,
            to: paths.organization(member.body.id),
          }))}
        />
      </div>
      <section aria-labelledby="staff-title">
        <h2 id="staff-title" className={styles.part}>
          {t('ability.staff')}
        </h2>
        <DataTable
          caption={t('ability.staff')}
          rows={data.staff}
          rowKey={({ certificate }) => certificate}
          empty={<p className={styles.lead}>{t('ability.noStaff')}</p>}
          columns={[
            { key: 'name', header: t('ability.certificate'), cell: ({ name }) => name },
            { key: 'own', header: t('ability.ownStaff'), align: 'end', cell: (staff) => staff.own },
            { key: 'members', header: t('ability.memberStaff'), align: 'end', cell: (staff) => staff.members },
          ]}
        />
        <p className={styles.plain}>
          {t('ability.places', { places: data.places.map(({ name }) => name).join(t('and')) || '—' })}
        </p>
      </section>
    </>
  )
}

function Missing({ missing }: { missing: CapabilityBoard['missing'] }) {
  const { t } = useTranslation('federation')
  const language = useLanguage()
  if (missing.length === 0) return <p className={styles.lead}>{t('ability.nothingMissing')}</p>
  return (
    <ol className={styles.rows}>
      {missing.map((thing) => (
        <li key={thing.kind + thing.fact} className={styles.row}>
          <article>
            <h3>{thing.fact}</h3>
            <p className={styles.plain}>{thing.remedy}</p>
            <details>
              <summary>{t('ability.examples', { count: thing.examples.length })}</summary>
              <ul>
                {thing.examples.map((lot) => (
                  <li key={lot.id}>
                    <Link to={paths.notice(lot.noticeId)}>{lot.title}</Link> {yuan(lot.budgetFen, language)}{' '}
                    {lot.open && <b>{t('ability.stillOpen')}</b>}
                  </li>
                ))}
              </ul>
            </details>
          </article>
          <p className={styles.count}>
            <b>{t('ability.lots', { count: thing.lots })}</b>
            <small>{yuanShort(thing.budgetFen, language) ?? yuan(thing.budgetFen, language)}</small>
            {thing.open > 0 && <small>{t('ability.open', { count: thing.open })}</small>}
          </p>
        </li>
      ))}
    </ol>
  )
}
