import { useTranslation } from 'react-i18next'
import type { Dossier } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { headed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { ActionLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import styles from './registry.module.css'

/** What others will ask for and nobody knows, and what runs out soon: each with the button that opens its form. */
export function Gaps({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('registry')
  const language = useLanguage()
  const declarable = new Set(dossier.declarable.map(({ kind }) => kind))
  const expiring = dossier.expiring.flatMap((id) => dossier.items.filter((item) => item.id === id))
  if (dossier.missing.length + expiring.length === 0) {
    return <EmptyState title={t('dossier.nothingMissing')}>{t('dossier.nothingExpiring')}</EmptyState>
  }
  return (
    <>
      {dossier.missing.length > 0 && (
        <>
          <h3>{t('dossier.missing')}</h3>
          <ul className={styles.gaps}>
            {dossier.missing.map(({ kind, kindName, year }) => (
              <li key={kind}>
                <span>{t(`gap.${kind as 'INSPECTION'}`, { year, defaultValue: kindName })}</span>
                <ActionLink weight="ghost" to={paths.dossier({ add: kind, ...(year !== null && { year: `${year}` }) })}>
                  {t('act.fill')}
                </ActionLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {expiring.length > 0 && (
        <>
          <h3>{t('dossier.expiring')}</h3>
          <ul className={styles.gaps}>
            {expiring.map((fact) => (
              <li key={fact.id}>
                <span>
                  {headed(fact.kindName, fact.valueName)} {t('dossier.until', { day: date(fact.to ?? '', language) })}
                </span>
                {declarable.has(fact.kind) ? (
                  <ActionLink weight="ghost" to={paths.dossier({ add: fact.kind, value: fact.value })}>
                    {t('act.renew')}
                  </ActionLink>
                ) : (
                  <span className={styles.meta}>{t('dossier.registrarRenews')}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
