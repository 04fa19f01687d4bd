import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { ErrorSummary } from './error-summary'

interface ConfirmDialogProps {
  open: boolean
  title: string
  /** What comes of it. */
  children: ReactNode
  /** What is pressed to do it, and to leave it. */
  send: string
  keep: string
  weight?: 'primary' | 'danger'
  busy?: boolean
  /** Why it was not done. */
  refusal?: string | undefined
  /** What stands over that. */
  refused?: string
  onSend: () => void
  onClose: () => void
}

/** Asks once more before something is done that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, send, keep, weight = 'danger', busy = false, onSend, onClose } = props
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button weight={weight} busy={busy} onClick={onSend}>
            {send}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {keep}
          </Button>
        </>
      }
    >
      <ErrorSummary
        errors={props.refusal === undefined ? [] : [{ message: props.refusal }]}
        {...(props.refused !== undefined && { title: props.refused })}
      />
      {children}
    </Dialog>
  )
}
