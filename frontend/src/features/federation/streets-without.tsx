import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import { regionsUnder } from '../../lib/reference'
import { DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { Skeleton } from '../../ui/skeleton'
import { streetsOf } from './queries'

/** Streets of a county that have no federation in good standing, those where most groups are left out first. */
export function StreetsWithout({ county }: { county: string }) {
  const { t } = useTranslation('federation')
  const { data: streets } = useQuery({ ...regionsUnder(county), throwOnError: true })
  const { data: counted } = useQuery({ ...streetsOf(county), throwOnError: true })
  if (streets === undefined || counted === undefined) return <Skeleton lines={8} />
  const rows = streets
    .map(({ code, name }) => {
      const figures = counted.items.find(({ region }) => region.code === code)
      return { code, name, left: figures?.unfederated ?? 0, federated: (figures?.federatedStreets ?? 0) > 0 }
    })
    .filter(({ federated }) => !federated)
    .sort((one, other) => other.left - one.left)
  return (
    <section aria-labelledby="streets-title">
      <h2 id="streets-title">{t('register.which')}</h2>
      <DataTable
        caption={t('register.which')}
        rows={rows}
        rowKey={({ code }) => code}
        empty={<EmptyState title={t('register.all')}>{t('register.allDo')}</EmptyState>}
        columns={[
          {
            key: 'street',
            header: t('register.street'),
            cell: ({ code, name }) => <Link to={paths.newFederation({ street: code })}>{name}</Link>,
          },
          { key: 'groups', header: t('register.groups'), align: 'end', cell: ({ left }) => left },
        ]}
      />
    </section>
  )
}

/** Above a county one goes down the tree first. */
export function PartsOf({ region }: { region: string }) {
  const { t } = useTranslation('federation')
  const { data } = useQuery({ ...regionsUnder(region), throwOnError: true })
  if (data === undefined) return <Skeleton lines={8} />
  return (
    <section aria-labelledby="parts-title">
      <h2 id="parts-title">{t('register.where')}</h2>
      <DataTable
        caption={t('register.where')}
        rows={data}
        rowKey={({ code }) => code}
        empty={null}
        columns={[
          {
            key: 'name',
            header: t('register.part'),
            cell: ({ code, name }) => <Link to={paths.newFederation({ in: code })}>{name}</Link>,
          },
        ]}
      />
    </section>
  )
}
