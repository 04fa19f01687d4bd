import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filing } from '../../api/types'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary } from '../../ui/error-summary'
import styles from './filing.module.css'
import { useInvitation } from './mutations'

/** The clerk hands over a code, never a password. */
export function ContactSlip({ filing }: { filing: Filing }) {
  const { t } = useTranslation('filing')
  const { t: common } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const invitation = useInvitation()
  const { data: given, error } = invitation
  const close = () => {
    setOpen(false)
    invitation.reset()
  }
  const spoken = error instanceof ProblemError && error.status !== 0 ? error.message : common('form.unreachable')
  return (
    <>
      <Button weight="ghost" onClick={() => setOpen(true)}>
        {t('contact.give')}
      </Button>
      {open && (
        <Dialog
          open
          title={t('contact.title')}
          onClose={close}
          actions={
            given === undefined ? (
              <Button busy={invitation.isPending} onClick={() => invitation.mutate(filing.id)}>
                {t('contact.make')}
              </Button>
            ) : (
              <>
                <Button onClick={close}>{t('contact.close')}</Button>
                <Button weight="ghost" onClick={() => window.print()}>
                  {t('contact.print')}
                </Button>
              </>
            )
          }
        >
          {error !== null && <ErrorSummary errors={[{ message: spoken }]} />}
          <p>{t('contact.lead', { name: filing.name })}</p>
          {given === undefined ? (
            <p>{t('contact.again')}</p>
          ) : (
            <dl className={styles.slip}>
              <dt>{t('contact.group')}</dt>
              <dd>{filing.name}</dd>
              <dt>{t('contact.username')}</dt>
              <dd>{given.username}</dd>
              <dt>{t('contact.code')}</dt>
              <dd>
                <code>{given.code}</code>
              </dd>
              <dt>{t('contact.address')}</dt>
              <dd>{new URL(paths.activate(given.code), window.location.origin).href}</dd>
              <dt>{t('contact.until')}</dt>
              <dd>{dateTime(given.expiresAt, language)}</dd>
            </dl>
          )}
          {given !== undefined && <p>{t('contact.once')}</p>}
        </Dialog>
      )}
    </>
  )
}
