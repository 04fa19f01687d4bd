import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Notice } from '../../api/types'
import { paths } from '../../lib/paths'
import { outcomesOf } from './queries'

/** What stands behind the notice of a result: the public record of the evaluation, and the proof of the whole purchase. */
export function BehindResult({ notice: { id, purchaseId }, bidder }: { notice: Notice; bidder: boolean }) {
  const { t } = useTranslation('notice')
  const { data = [] } = useQuery(outcomesOf(purchaseId))
  const lots = data.filter(({ noticeId, outcome }) => noticeId === id && outcome === 'AWARDED')
  if (lots.length === 0) return null
  return (
    <section aria-labelledby="behind-result">
      <h2 id="behind-result">{t('behindResult.title')}</h2>
      <ul>
        {lots.map(({ lot }) => (
          <li key={lot}>
            <Link to={paths.lotResult(lot)}>{t('behindResult.record')}</Link>
            {bidder && (
              <>
                <br />
                <Link to={paths.debrief(lot)}>{t('afterAward.debrief')}</Link>
              </>
            )}
          </li>
        ))}
        <li>
          <Link to={paths.verifyPurchase(purchaseId)}>{t('ledger.verifyPurchase')}</Link>
        </li>
        <li>
          <a href={paths.bundle(purchaseId)} download>
            {t('ledger.bundle')}
          </a>
        </li>
      </ul>
    </section>
  )
}
