import { useTranslation } from 'react-i18next'
import type { GivenMandate } from '../../api/types'
import { platformNow } from '../../lib/clock'
import { date, yuan } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { cx } from '../../ui/cx'
import { dayOf, daysBetween } from './day'
import styles from './federation.module.css'

const SOON_DAYS = 60

/** One mandate as a sentence: what for, up to how much, where, until when, and whether it runs out soon. */
export function MandateLine({ mandate, of }: { mandate: GivenMandate; of: string }) {
  const { t } = useTranslation('federation')
  const language = useLanguage()
  const and = t('and')
  const what = mandate.categories.map(({ name }) => name).join(and) || t('mandate.everything')
  const where = mandate.places.map(({ name }) => name).join(and) || t('mandate.anywhere')
  const left = daysBetween(dayOf(platformNow()), mandate.lastDay)
  const soon = mandate.state === 'VALID' && left <= SOON_DAYS
  return (
    <p className={styles.mandate}>
      <b>{what}</b> · {t('mandate.upTo', { amount: yuan(mandate.amountCapFen, language) })} · {where}
      <br />
      <span className={cx(styles.until, styles[`mandate${mandate.state}`], soon && styles.soon)}>
        {t(`mandate.state.${mandate.state}`, {
          from: date(mandate.from, language),
          to: date(mandate.lastDay, language),
        })}
        {soon && ` · ${t('mandate.soon', { count: left })}`}
      </span>
      {mandate.paperId !== null && (
        <>
          {' · '}
          <a href={paths.paper(of, mandate.paperId)}>{t('mandate.paper')}</a>
        </>
      )}
    </p>
  )
}
