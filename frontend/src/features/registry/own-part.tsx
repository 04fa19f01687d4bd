import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Dossier } from '../../api/types'
import { yuan } from '../../lib/format'
import { paths } from '../../lib/paths'
import { apart, headed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { ActionLink } from '../../ui/button'
import { Gaps } from './gaps'
import { dossier } from './queries'
import styles from './registry.module.css'

/** What the public page does not show: for the body's own staff alone, read from their own dossier. */
export function OwnPart() {
  const { t } = useTranslation('registry')
  const { data } = useSuspenseQuery(dossier)
  const waiting = data.items.filter(({ awaitsConfirmation }) => awaitsConfirmation).length
  return (
    <section className={styles.own} aria-labelledby="own-title">
      <h2 id="own-title">{t('own.title')}</h2>
      <p className={styles.lead}>{t('own.lead')}</p>
      <Gaps dossier={data} />
      {waiting > 0 && <p className={styles.lead}>{t('own.waiting', { count: waiting })}</p>}
      <Private dossier={data} />
      <p className={styles.acts}>
        <ActionLink to={paths.ownDossier}>{t('own.open')}</ActionLink>
      </p>
    </section>
  )
}

function Private({ dossier: { kind, items, contact } }: { dossier: Dossier }) {
  const { t } = useTranslation('registry')
  const language = useLanguage()
  const standing = items.filter(({ withdrawnAt }) => withdrawnAt === null)
  const accounts = standing.filter((fact) => fact.kind === 'BANK_ACCOUNT' && fact.state === 'VALID')
  const papers = standing.filter(({ evidence }) => evidence !== null)
  const reached = [contact?.name, contact?.phone, contact?.email].filter(Boolean).join(' · ')
  return (
    <dl className={styles.private}>
      {kind !== 'FILED_GROUP' && (
        <div>
          <dt>{t('kind.BANK_ACCOUNT')}</dt>
          <dd>{apart(...accounts.map(({ valueName }) => valueName)) || t('own.noAccount')}</dd>
        </div>
      )}
      {(['NET_ASSETS', 'INCOME'] as const).map((figure) => {
        const latest = standing
          .filter((fact) => fact.kind === figure && fact.amountFen !== null)
          .sort((one, other) => other.value.localeCompare(one.value))[0]
        return (
          latest && (
            <div key={figure}>
              <dt>{t(`own.${figure}`)}</dt>
              <dd>{`${latest.valueName} · ${yuan(latest.amountFen ?? 0, language)}`}</dd>
            </div>
          )
        )
      })}
      <div>
        <dt>{t('field.contactName')}</dt>
        <dd>
          {kind === 'FILED_GROUP' ? (
            <Link to={paths.ownFiling}>{t('own.contactOfGroup')}</Link>
          ) : (
            reached || t('own.noContact')
          )}
        </dd>
      </div>
      <div>
        <dt>{t('own.papers')}</dt>
        <dd>
          {papers.length === 0 && t('own.noPapers')}
          <ul>
            {papers.map(({ id, kindName, valueName, evidence }) => (
              <li key={id}>
                <a href={paths.ownEvidence(evidence?.id ?? '')} download>
                  {t('own.paper', { what: headed(kindName, valueName), name: evidence?.name })}
                </a>
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  )
}
