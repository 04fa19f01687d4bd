import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ConsortiumMember } from '../../api/types'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { Mark } from '../../ui/strip'
import styles from './before-bidding.module.css'
import type { Asker } from './body'
import { VerdictList } from './verdict-list'

interface PartnerProps {
  member: ConsortiumMember
  asker: Asker
  onRemove?: () => void
}

/** One of those who would bid together: whether the law lets it, why, and the way that is open instead. */
export function Partner({ member, asker, onRemove }: PartnerProps) {
  const { t } = useTranslation('contest')
  const { body, admissible, alternative, through, verdicts } = member
  return (
    <article className={styles.partner}>
      <header>
        <h3>
          <Mark tone={admissible ? 'met' : 'not'} />
          <Link to={paths.organization(body.id)}>{body.name}</Link>
          <small>{t(admissible ? 'consortium.may' : 'consortium.mayNot')}</small>
        </h3>
        {onRemove && (
          <Button weight="quiet" aria-label={t('consortium.removeOf', { name: body.name })} onClick={onRemove}>
            {t('consortium.remove')}
          </Button>
        )}
      </header>
      {alternative !== null && (
        <div className={styles.instead}>
          <b>{t('consortium.instead')}</b>
          <p>{alternative}</p>
          {through.length > 0 && (
            <ul>
              {through.map(({ federation, eligibility }) => (
                <li key={federation.id}>
                  <Link to={paths.federation(federation.id)}>{federation.name}</Link>
                  <small>{t(`through.${eligibility}`)}</small>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {admissible ? (
        <details>
          <summary>{t('consortium.checked', { count: verdicts.length })}</summary>
          <VerdictList verdicts={verdicts} asker={asker} />
        </details>
      ) : (
        <VerdictList verdicts={verdicts} asker={asker} />
      )}
    </article>
  )
}
