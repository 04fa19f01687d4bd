import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NoticeLot } from '../../api/types'
import { paths } from '../../lib/paths'

/** Where the result can be read and counted again, and a bidder's own debrief. */
export function AfterAward({ lots, bidder }: { lots: NoticeLot[]; bidder: boolean }) {
  const { t } = useTranslation('notice')
  const several = lots.length > 1
  return (
    <section aria-labelledby="after-award">
      <h2 id="after-award">{t('afterAward.title')}</h2>
      <ul>
        {lots.map((lot) => (
          <li key={lot.id}>
            <Link to={paths.lotResult(lot.id)}>
              {several ? t('afterAward.resultOf', { lot: lot.title ?? '' }) : t('afterAward.result')}
            </Link>
            {bidder && (
              <>
                <br />
                <Link to={paths.debrief(lot.id)}>
                  {several ? t('afterAward.debriefOf', { lot: lot.title ?? '' }) : t('afterAward.debrief')}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
