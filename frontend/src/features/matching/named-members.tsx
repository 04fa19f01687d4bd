import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../api/types'
import { Checkbox } from '../../ui/field'
import styles from './before-bidding.module.css'
import { covers, isReady } from './members'
import { federationMembers } from './queries'

interface NamedMembersProps {
  federation: string
  category: string
  chosen: string[]
  onChoose: (members: string[]) => void
}

/** Which members would do the work: those who declare the service and may be named come first. */
export function NamedMembers({ federation, category, chosen, onChoose }: NamedMembersProps) {
  const { t } = useTranslation('contest')
  const { data: members = [] } = useQuery(federationMembers(federation))
  // Opens by itself only on the way in: whoever unticks the last one goes on choosing.
  const [open] = useState(chosen.length > 0)
  const fits = (member: Member) => covers(member, category) && isReady(member)
  const able = members.filter(isReady).sort((one, other) => Number(fits(other)) - Number(fits(one)))
  if (able.length === 0) return null
  return (
    <details className={styles.members} open={open}>
      <summary>{t('members.title', { count: chosen.length })}</summary>
      <p className={styles.lead}>{t('members.lead')}</p>
      <div className={styles.choices}>
        {able.map((member) => (
          <Checkbox
            key={member.id}
            label={member.name}
            hint={fits(member) ? t('members.fits') : undefined}
            checked={chosen.includes(member.id)}
            onChange={(event) =>
              onChoose(event.target.checked ? [...chosen, member.id] : chosen.filter((id) => id !== member.id))
            }
          />
        ))}
      </div>
    </details>
  )
}
