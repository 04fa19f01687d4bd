import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SupervisorAccount } from '../../api/types'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { saidBy } from '../../lib/problem'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary } from '../../ui/error-summary'
import { useInviteSupervisor } from './mutations'
import styles from './operations.module.css'

/** The operator hands over a code, never a password (decision 0017). */
export function SupervisorSlip({ one }: { one: SupervisorAccount }) {
  const { t } = useTranslation('operations')
  const { t: common } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const invite = useInviteSupervisor(one.id)
  const { data: given, error } = invite
  const close = () => {
    setOpen(false)
    invite.reset()
  }
  return (
    <>
      <Button
        weight={one.opened ? 'ghost' : 'primary'}
        aria-label={t('slip.giveTo', { name: one.displayName })}
        onClick={() => setOpen(true)}
      >
        {t('slip.give')}
      </Button>
      {open && (
        <Dialog
          open
          title={t('slip.title')}
          onClose={close}
          actions={
            given === undefined ? (
              <Button busy={invite.isPending} onClick={() => invite.mutate(undefined)}>
                {t('slip.make')}
              </Button>
            ) : (
              <>
                <Button onClick={close}>{t('slip.close')}</Button>
                <Button weight="ghost" onClick={() => window.print()}>
                  {t('slip.print')}
                </Button>
              </>
            )
          }
        >
          {error !== null && <ErrorSummary errors={[{ message: saidBy(error, common('form.unreachable')) }]} />}
          <p>{t(one.opened ? 'slip.again' : 'slip.lead', { name: one.displayName })}</p>
          {given !== undefined && (
            <>
              <dl className={styles.slip}>
                <dt>{t('slip.username')}</dt>
                <dd>{given.username}</dd>
                <dt>{t('slip.code')}</dt>
                <dd>
                  <code>{given.code}</code>
                </dd>
                <dt>{t('slip.address')}</dt>
                <dd>{new URL(paths.activate(given.code), window.location.origin).href}</dd>
                <dt>{t('slip.until')}</dt>
                <dd>{dateTime(given.expiresAt, language)}</dd>
              </dl>
              <p>{t('slip.once')}</p>
            </>
          )}
        </Dialog>
      )}
    </>
  )
}
