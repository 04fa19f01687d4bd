import { useTranslation } from 'react-i18next'
import type { Debrief } from '../../api/types'
import styles from './evaluation.module.css'

/** Those who bid together, the lead first, with what each agreed to do for which share. */
export function Members({ members }: { members: Debrief['consortium'] }) {
  const { t } = useTranslation('evaluation')
  return (
    <ul className={styles.members} aria-label={t('members.title')}>
      {members.map(({ id, name, work, share }, place) => (
        <li key={id}>
          <b>{name}</b> {t(place === 0 ? 'members.lead' : 'members.share', { share: share / 100 })}
          <small>{work}</small>
        </li>
      ))}
    </ul>
  )
}
