import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { dateTime, yuan } from '../../lib/format'
import { joined } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { Category, Place } from './code-name'
import styles from './purchase.module.css'
import { useStatutoryFacts } from './statutory-facts'
import { useRequirementText } from './use-requirement-text'

type Lot = Purchase['lots'][number]

/** The purchase as it reads, for checking and for printing. */
export function Content({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  const { t: words } = useTranslation()
  const { contact } = purchase
  const statutory = useStatutoryFacts(purchase)
  const rows = [
    [t('fact.method'), purchase.method && words(`method.${purchase.method as 'BT_COMPARE'}`)],
    [t('fact.description'), purchase.description],
    [t('fact.region'), purchase.region?.name],
    [t('fact.deadline'), purchase.bidDeadline && dateTime(purchase.bidDeadline, language)],
    [t('fact.opening'), purchase.openingAt && dateTime(purchase.openingAt, language)],
    [t('fact.contact'), joined(contact?.name, contact?.phone, contact?.email)],
    ...statutory,
  ] as const
  return (
    <div className={styles.content}>
      <dl>
        {rows.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value || <i>{t('notYet')}</i>}</dd>
          </Fragment>
        ))}
      </dl>
      {purchase.lots.map((lot, at) => (
        <LotContent key={lot.id} lot={lot} number={at + 1} />
      ))}
    </div>
  )
}

function LotContent({ lot, number }: { lot: Lot; number: number }) {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  const textOf = useRequirementText()
  return (
    <section aria-labelledby={lot.id}>
      <h2 id={lot.id}>{t('lot', { number, title: lot.title || t('untitled') })}</h2>
      {lot.description && <p>{lot.description}</p>}
      <dl>
        <dt>{t('fact.category')}</dt>
        <dd>{lot.categoryCode === null ? <i>{t('notYet')}</i> : <Category code={lot.categoryCode} />}</dd>
        <dt>{t('fact.budget')}</dt>
        <dd>{lot.budgetFen === null ? <i>{t('notYet')}</i> : yuan(lot.budgetFen, language)}</dd>
        <dt>{t('fact.places')}</dt>
        <dd>
          {lot.serviceRegionCodes.length === 0 && <i>{t('notYet')}</i>}
          {lot.serviceRegionCodes.map((code, at) => (
            <Fragment key={code}>
              {at > 0 && '；'}
              <Place code={code} />
            </Fragment>
          ))}
        </dd>
        <dt>{t('fact.requirements')}</dt>
        <dd>
          <ol>
            <li>{t('fact.legal')}</li>
            {lot.requirements.map((one) => (
              <li key={JSON.stringify(one)}>{textOf(one)}</li>
            ))}
          </ol>
        </dd>
        <dt>{t('fact.criteria')}</dt>
        <dd>
          {lot.criteria.length === 0 && <i>{t('notYet')}</i>}
          <ol>
            {lot.criteria.map(({ name, weight, kind }) => (
              <li key={`${name}${weight}${kind}`}>{t('criterion', { name: name ?? '', weight: weight ?? 0 })}</li>
            ))}
          </ol>
        </dd>
      </dl>
    </section>
  )
}
