import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SupervisorAccount } from '../../api/types'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { Mark } from '../../ui/strip'
import { useToast } from '../../ui/toast'
import { useEndSupervisor } from './mutations'
import styles from './operations.module.css'
import { SupervisorSlip } from './supervisor-slip'

/** One account: whose region it is, how it stands, who did what to it, and what may be done. */
export function SupervisorCard({ one }: { one: SupervisorAccount }) {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  const state = one.ended ? 'ended' : one.opened ? 'opened' : 'notOpened'
  return (
    <li data-row className={styles.card}>
      <p className={styles.cardHead}>
        <b>{one.displayName}</b>
        <span>
          <Mark tone={one.ended ? 'not' : one.opened ? 'met' : 'unknown'} /> {t(`supervisors.${state}`)}
        </span>
      </p>
      <dl className={styles.cardFacts}>
        <div>
          <dt>{t('supervisors.supervises')}</dt>
          <dd>
            {one.region.name} <code>{one.region.code}</code>
          </dd>
        </div>
        <div>
          <dt>{t('supervisors.username')}</dt>
          <dd>
            <code>{one.username}</code>
          </dd>
        </div>
      </dl>
      {one.deeds.length > 0 && (
        <details className={styles.deeds}>
          <summary>{t('supervisors.deeds')}</summary>
          <ul>
            {one.deeds.map((deed) => (
              <li key={`${deed.act}${deed.at}`}>
                {t(`supervisors.deed.${deed.act}`, { by: deed.byName, at: dateTime(deed.at, language) })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {!one.ended && (
        <div className={styles.steps}>
          <SupervisorSlip one={one} />
          <End one={one} />
        </div>
      )}
    </li>
  )
}

function End({ one }: { one: SupervisorAccount }) {
  const { t } = useTranslation('operations')
  const say = useToast()
  const end = useEndSupervisor(one.id)
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button
        weight="quiet"
        aria-label={t('supervisors.endOf', { name: one.displayName })}
        onClick={() => setAsked(true)}
      >
        {t('supervisors.end')}
      </Button>
      <ConfirmDialog
        open={asked}
        title={t('supervisors.endTitle', { name: one.displayName })}
        send={t('supervisors.end')}
        keep={t('supervisors.keep')}
        busy={end.isPending}
        refusal={end.error?.message}
        onClose={() => setAsked(false)}
        onSend={() =>
          end.mutate(undefined, {
            onSuccess: () => {
              setAsked(false)
              say({ text: t('supervisors.endDone', { name: one.displayName }) })
            },
          })
        }
      >
        <p>{t('supervisors.endWhat')}</p>
        <p>
          {t('supervisors.endKeys')} <Link to={paths.keys}>{t('supervisors.toKeys')}</Link>
        </p>
      </ConfirmDialog>
    </>
  )
}
