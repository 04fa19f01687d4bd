import type { UseMutationResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Notice } from '../../api/types'
import { paths } from '../../lib/paths'
import { saidBy } from '../../lib/problem'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { useToast } from '../../ui/toast'
import type { Act } from './mutations'

interface ConfirmProps {
  /** Whose words. */
  of: 'correction' | 'outcome'
  act: Act
  weight?: 'primary' | 'danger'
  sending: UseMutationResult<Notice | null, Error, Act>
  children: ReactNode
  onClose: () => void
}

/** One last look: what is published cannot be taken back, what is dropped is gone. */
export function Confirm({ of, act, weight = 'danger', sending, children, onClose }: ConfirmProps) {
  const { t } = useTranslation('purchase')
  const navigate = useNavigate()
  const say = useToast()
  const [refusal, setRefusal] = useState<string>()
  const send = () =>
    sending.mutate(act, {
      onSuccess: (notice) => {
        say({ text: notice ? t(`${of}.published`, { number: notice.number }) : t(`${of}.dropped`) })
        onClose()
        if (notice) navigate(paths.notice(notice.id))
      },
      onError: (failure) => setRefusal(saidBy(failure, t('unreachable'))),
    })
  return (
    <ConfirmDialog
      open
      title={t(`${of}.${act}`)}
      send={t(`${of}.${act}Now`)}
      keep={t('cancel')}
      weight={weight}
      busy={sending.isPending}
      refusal={refusal}
      onSend={send}
      onClose={onClose}
    >
      {children}
    </ConfirmDialog>
  )
}
