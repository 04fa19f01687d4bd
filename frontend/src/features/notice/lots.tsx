import { useTranslation } from 'react-i18next'
import type { NoticeLot, Requirement } from '../../api/types'
import { bracketed } from '../../lib/punctuation'
import { Money } from '../../ui/money'
import { Term } from '../../ui/term'
import { Criteria } from './criteria'
import styles from './notice-page.module.css'
import { Places } from './places'

/** What is bid on, lot by lot: the service, where, for how much, who may bid and how bids are weighed. */
export function Lots({ lots }: { lots: NoticeLot[] }) {
  const { t } = useTranslation('notice')
  return lots.map((lot) => (
    <section key={lot.id} className={styles.lot}>
      <header>
        <h2>
          {lots.length > 1 && <small>{t('lot.number', { number: lot.number })}</small>}
          {lot.title}
        </h2>
        <Money fen={lot.budgetFen} label={t('budget')} />
      </header>
      <p className={styles.meta}>{lot.category && <span>{bracketed(lot.category.name, lot.category.code)}</span>}</p>
      {lot.repeats !== null && <p className={styles.text}>{t('lot.secondRun')}</p>}
      {lot.description && <p className={styles.text}>{lot.description}</p>}
      <h3>{t('lot.places')}</h3>
      <Places places={lot.serviceRegions} />
      <h3>
        <Term meaning={t('lot.requirementsMeaning')}>{t('lot.requirements')}</Term>
      </h3>
      {lot.requirements.length === 0 ? (
        <p className={styles.text}>{t('lot.noRequirements')}</p>
      ) : (
        <ul className={styles.requirements}>
          {lot.requirements.map((requirement) => (
            <RequirementLine key={JSON.stringify(requirement)} requirement={requirement} />
          ))}
        </ul>
      )}
      <Criteria criteria={lot.criteria} />
    </section>
  ))
}

function RequirementLine({ requirement: { kind, text, qualification, year, count } }: { requirement: Requirement }) {
  const { t } = useTranslation('notice')
  const words = { qualification: qualification ?? '', year: year ?? '', number: count ?? 1 }
  return <li>{text || t(`requirement.${kind as 'TEXT'}`, { defaultValue: kind, ...words })}</li>
}
