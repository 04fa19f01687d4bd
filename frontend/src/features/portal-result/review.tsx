import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { PortalResult } from '../../api/types'
import { paths } from '../../lib/paths'
import { saidBy } from '../../lib/problem'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import { Findings } from './findings'
import { usePublication, useReturn } from './mutations'
import styles from './portal-result.module.css'
import type { Reader } from './portal-result-link'
import { Written } from './written'

interface ReviewProps {
  id: string
  stands: PortalResult
  proposal: NonNullable<PortalResult['proposal']>
  staff: Reader
  children: ReactNode
}

/** The second person compares it with the portal's own notice, then publishes it or gives it back. */
export function Review({ id, stands, proposal, staff, children }: ReviewProps) {
  const { t } = useTranslation('portal-result')
  const navigate = useNavigate()
  const say = useToast()
  const [asked, setAsked] = useState<'publish' | 'return' | null>(null)
  const [refusal, setRefusal] = useState<string>()
  const publication = usePublication(id, stands.purchaseId)
  const giving = useReturn(id, stands.purchaseId)
  const close = () => {
    setAsked(null)
    setRefusal(undefined)
  }
  const { version } = proposal
  const decides = staff.approver && !proposal.own && proposal.returned === null
  const publish = () =>
    publication.mutate(version, {
      onSuccess: (notice) => {
        say({ text: t('published', { number: notice.number }) })
        navigate(paths.notice(notice.id))
      },
      onError: (failure) => setRefusal(saidBy(failure, t('unreachable'))),
    })
  return (
    <div className={styles.editor}>
      <div className={styles.main}>
        <Written stands={stands} />
        {proposal.returned === null && !decides && <p>{t(proposal.own ? 'own' : 'waits')}</p>}
        <div className={styles.acts}>
          {decides && <Button onClick={() => setAsked('publish')}>{t('publish')}</Button>}
          {decides && (
            <Button weight="ghost" onClick={() => setAsked('return')}>
              {t('return')}
            </Button>
          )}
          {children}
        </div>
      </div>
      <aside className={styles.aside} aria-label={t('findings.title')}>
        <Findings findings={stands.findings} stale={false} />
      </aside>
      <ConfirmDialog
        open={asked === 'publish'}
        title={t('publish')}
        send={t('publishNow')}
        keep={t('cancel')}
        weight="primary"
        busy={publication.isPending}
        refusal={refusal}
        onSend={publish}
        onClose={close}
      >
        <p>{t('confirm')}</p>
      </ConfirmDialog>
      <ReasonDialog
        open={asked === 'return'}
        title={t('return')}
        send={t('returnNow')}
        hint={t('returnHint')}
        busy={giving.isPending}
        onClose={close}
        onSend={({ reason }, refused) =>
          giving.mutate(
            { reason, version },
            {
              onSuccess: () => {
                say({ text: t('givenBack') })
                navigate(paths.purchase(stands.purchaseId))
              },
              onError: refused,
            },
          )
        }
      />
    </div>
  )
}
