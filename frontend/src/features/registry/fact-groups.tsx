import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordedFact, RecordKind } from '../../api/types'
import { FactList } from './fact-list'
import styles from './registry.module.css'

/** What is asked for in bids first, what merely happened last. */
const ORDER: RecordKind[] = [
  'STATUS',
  'FILING',
  'INSPECTION',
  'CREDIT_LIST',
  'GRADE',
  'QUALIFICATION',
  'STAFF',
  'CATEGORY',
  'PLACE',
  'EXPERIENCE',
  'TAX',
  'HEADCOUNT',
  'NET_ASSETS',
  'INCOME',
  'HEAD',
  'SCOPE',
  'BANK_ACCOUNT',
  'ACTIVITY',
]

interface FactGroupsProps {
  facts: RecordedFact[]
  evidenceAddress: (fact: RecordedFact) => string
  acts: (fact: RecordedFact) => ReactNode
  /** The body reads why something was taken back; a registrar has the history for that. */
  foldsWithdrawn?: boolean
}

/** Facts kind by kind: what holds stands open, what is over is folded away. */
export function FactGroups({ facts, foldsWithdrawn = false, ...list }: FactGroupsProps) {
  const { t } = useTranslation('registry')
  const isOver = ({ state }: RecordedFact) => state === 'EXPIRED' || (foldsWithdrawn && state === 'WITHDRAWN')
  return ORDER.map((kind) => ({ kind, of: facts.filter((fact) => fact.kind === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => {
      const over = of.filter(isOver)
      const open = of.filter((fact) => !isOver(fact))
      return (
        <section key={kind} className={styles.kind} aria-label={t(`kind.${kind}`)}>
          <h3>{t(`kind.${kind}`)}</h3>
          <FactList grouped facts={open} {...list} />
          {over.length > 0 && (
            <details className={styles.over}>
              <summary>{t('over', { count: over.length })}</summary>
              <FactList grouped facts={over} {...list} />
            </details>
          )}
        </section>
      )
    })
}
