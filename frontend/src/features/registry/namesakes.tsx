import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Namesake, OrganizationRecord } from '../../api/types'
import { date, inFours } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { ActionLink, Button } from '../../ui/button'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import { useNotTheSame } from './mutations'
import { namesakesOf } from './queries'
import styles from './registry.module.css'

interface NamesakesProps {
  organization: OrganizationRecord
  /** Counties register, so a county makes one of two entries. */
  mayJoin: boolean
}

/** Entries of the same name in the same county: one body or not, a registrar says. */
export function Namesakes({ organization, mayJoin }: NamesakesProps) {
  const { t } = useTranslation('registry')
  const say = useToast()
  const { data } = useQuery({ ...namesakesOf(organization.id), throwOnError: true })
  const settle = useNotTheSame()
  const [asked, setAsked] = useState(false)
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className={styles.warnings} aria-labelledby="namesakes-title">
      <h2 id="namesakes-title">{t('namesakes.title')}</h2>
      <p className={styles.lead}>{t('namesakes.lead')}</p>
      <ul className={styles.facts}>
        {data.items.map((namesake) => (
          <Row key={namesake.id} organization={organization} namesake={namesake} mayJoin={mayJoin} />
        ))}
      </ul>
      <p className={styles.acts}>
        <Button weight="quiet" onClick={() => setAsked(true)}>
          {t('namesakes.notTheSame')}
        </Button>
      </p>
      {asked && (
        <ReasonDialog
          open
          title={t('namesakes.notTheSame')}
          send={t('namesakes.notTheSame')}
          hint={t('namesakes.whyNot')}
          busy={settle.isPending}
          onSend={({ reason }, refused) =>
            settle.mutate(
              { bodies: [organization.id, ...data.items.map(({ id }) => id)], reason },
              {
                onSuccess: () => {
                  setAsked(false)
                  say({ text: t('namesakes.settled') })
                },
                onError: refused,
              },
            )
          }
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  )
}

function Row({ organization, namesake, mayJoin }: NamesakesProps & { namesake: Namesake }) {
  const { t } = useTranslation('registry')
  const language = useLanguage()
  const { id, name, kind, creditCode, filingNumber, foundedOn, joins } = namesake
  const [group, registered] = kind === 'FILED_GROUP' ? [id, organization.id] : [organization.id, id]
  return (
    <li>
      <div className={styles.what}>
        <p>
          <Link to={paths.keptBody(id)}>{name}</Link>
        </p>
        <p className={styles.meta}>
          {[
            t(`history.bodyKind.${kind}`),
            creditCode === null ? filingNumber : inFours(creditCode),
            foundedOn && t('namesakes.since', { day: date(foundedOn, language) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {joins && mayJoin && (
        <div className={styles.rowActs}>
          <ActionLink to={paths.joinGroup(group, registered)}>{t('namesakes.join')}</ActionLink>
        </div>
      )}
    </li>
  )
}
