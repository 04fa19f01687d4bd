import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RosterEntry } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { useToast } from '../../ui/toast'
import styles from './federation.module.css'
import { memberKind } from './member-kind'
import { useAcceptance } from './mutations'
import { Refuse } from './refuse'
import { Refused } from './refused'
import { Steps } from './steps'

/** An invitation in plain words: who asks, what a yes means and does not mean, and the two answers. */
export function Invitation({ entry }: { entry: RosterEntry }) {
  const { t } = useTranslation('federation')
  const language = useLanguage()
  const say = useToast()
  const accept = useAcceptance()
  const kind = memberKind(entry.member.kind)
  const waiting = entry.state === 'ACCEPTED'
  return (
    <section className={styles.sheet} aria-labelledby={`invited-${entry.id}`}>
      <h2 id={`invited-${entry.id}`}>
        {t(waiting ? 'invitation.waiting' : 'invitation.title', { federation: entry.federation.name })}
      </h2>
      <p className={styles.plain}>
        <Link to={paths.federation(entry.federation.id)}>{t('invitation.look')}</Link> ·{' '}
        {t('invitation.from', { day: date(entry.from, language) })}
      </p>
      <Steps entry={entry} />
      {entry.transfer !== null && (
        <p className={styles.warn}>{t('invitation.transfer', { federation: entry.transfer.federation.name })}</p>
      )}
      {!waiting && (
        <>
          <h3>{t('invitation.means')}</h3>
          <ul className={styles.means}>
            <li>{t(`invitation.means1.${kind}`)}</li>
            <li>{t('invitation.means2')}</li>
            <li>{t('invitation.means3')}</li>
            <li>{t(`invitation.means4.${kind}`)}</li>
          </ul>
          <Refused failure={accept.error} />
          <div className={styles.acts}>
            <Button
              busy={accept.isPending}
              onClick={() => accept.mutate(entry, { onSuccess: () => say({ text: t('invitation.accepted') }) })}
            >
              {t('invitation.accept')}
            </Button>
            <Refuse
              entry={entry}
              act={t('invitation.refuse')}
              title={t('invitation.refuseTitle', { federation: entry.federation.name })}
              done={t('invitation.refused')}
            />
          </div>
        </>
      )}
      {waiting && <p>{t('invitation.next')}</p>}
    </section>
  )
}
