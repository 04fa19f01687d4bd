import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Member } from '../../api/types'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { FederationCard } from '../../ui/federation-card'
import styles from './organization.module.css'
import { writeOrganizationSearch } from './search-params'

const FIRST = 24

/** The federation card: members as tiles, lit while filing and mandate stand, dark where something lapsed. */
export function Members({ members, federation }: { members: Member[]; federation: string }) {
  const { t } = useTranslation('organization')
  const [all, setAll] = useState(members.length <= FIRST)
  const lit = members.filter(stands)
  const shown = all ? members : [...lit, ...members.filter((member) => !stands(member))].slice(0, FIRST)

  const brings = (member: Member) => {
    if (member.filingState === 'EXPIRED') return t('members.filingLapsed')
    if (member.kind === 'FILED_GROUP' && member.mandateState !== 'VALID') return t('members.noMandate')
    return member.categories
      .slice(0, 2)
      .map(({ name }) => name)
      .join(t('row.and'))
  }
  return (
    <section>
      <h2>{t('members.title', { count: members.length })}</h2>
      <FederationCard
        title={t('members.lit', { count: lit.length })}
        lead={members.length > lit.length && t('members.dark', { count: members.length - lit.length })}
        label={t('members.title', { count: members.length })}
        litName={t('members.litName')}
        darkName={t('members.darkName')}
        tiles={shown.map((member) => ({
          key: member.id,
          name: member.name,
          brings: brings(member),
          lit: stands(member),
          to: paths.organization(member.id),
        }))}
      />
      <p className={styles.after}>
        <Link
          to={{
            pathname: paths.organizations,
            search: writeOrganizationSearch({ federation: [federation] }).toString(),
          }}
        >
          {t('members.search')}
        </Link>
      </p>
      {!all && (
        <Button weight="quiet" onClick={() => setAll(true)}>
          {t('members.all', { count: members.length })}
        </Button>
      )}
    </section>
  )
}

const stands = ({ kind, filingState, mandateState }: Member) =>
  kind !== 'FILED_GROUP' || (filingState === 'VALID' && mandateState === 'VALID')
