import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths'
import { headed } from '../../../lib/punctuation'
import { followed } from './queries'

/** The way to the opening of a lot whose bids are opened here; nothing for another. */
export function OpeningLink({ lot, title }: { lot: string; title?: string }) {
  const { t } = useTranslation('opening')
  const { data } = useQuery({ ...followed(lot, false), retry: false })
  if (data === undefined || data.state === 'GIVING') return null
  return (
    <p>
      <Link to={paths.opening(lot)}>{title === undefined ? t('link.to') : headed(t('link.to'), title)}</Link> ·{' '}
      {t(`link.state.${data.state}`)}
    </p>
  )
}

/** Beside a notice: how far the opening of each of its lots has come. */
export function Openings({ lots }: { lots: { id: string; title: string | null }[] }) {
  const only = lots.length === 1
  return lots.map(({ id, title }) => <OpeningLink key={id} lot={id} {...(only || title === null ? {} : { title })} />)
}
