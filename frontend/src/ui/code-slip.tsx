import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../lib/format'
import { paths } from '../lib/paths'
import { saidBy } from '../lib/problem'
import { useLanguage } from '../lib/use-language'
import { Button } from './button'
import styles from './code-slip.module.css'
import { Dialog } from './dialog'
import { ErrorSummary } from './error-summary'

interface Given {
  username: string
  code: string
  expiresAt: string
}

interface CodeSlipProps {
  /** In the words of those who hand it over; `giveTo` names the button where several stand on a page. */
  words: Record<
    'give' | 'title' | 'make' | 'lead' | 'username' | 'code' | 'address' | 'until' | 'once' | 'print' | 'close',
    string
  > & {
    giveTo?: string
  }
  /** For whom else the account speaks, under which word. */
  body?: { term: string; name: string }
  /** Whether this is what is to be done here. */
  foremost: boolean
  invitation: UseMutationResult<Given, Error, unknown>
}

/** Whoever makes accounts hands over a code on a slip, never a password (decision 0017). */
export function CodeSlip({ words, body, foremost, invitation }: CodeSlipProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { data: given, error } = invitation
  const close = () => {
    setOpen(false)
    invitation.reset()
  }
  return (
    <>
      <Button weight={foremost ? 'primary' : 'ghost'} aria-label={words.giveTo} onClick={() => setOpen(true)}>
        {words.give}
      </Button>
      {open && (
        <Dialog
          open
          title={words.title}
          onClose={close}
          actions={
            given === undefined ? (
              <Button busy={invitation.isPending} onClick={() => invitation.mutate(undefined)}>
                {words.make}
              </Button>
            ) : (
              <>
                <Button onClick={close}>{words.close}</Button>
                <Button weight="ghost" onClick={() => window.print()}>
                  {words.print}
                </Button>
              </>
            )
          }
        >
          {error !== null && <ErrorSummary errors={[{ message: saidBy(error, t('form.unreachable')) }]} />}
          <p>{words.lead}</p>
          {given !== undefined && (
            <>
              <dl className={styles.slip}>
                {body !== undefined && (
                  <>
                    <dt>{body.term}</dt>
                    <dd>{body.name}</dd>
                  </>
                )}
                <dt>{words.username}</dt>
                <dd>{given.username}</dd>
                <dt>{words.code}</dt>
                <dd>
                  <code>{given.code}</code>
                </dd>
                <dt>{words.address}</dt>
                <dd>{new URL(paths.activate(given.code), window.location.origin).href}</dd>
                <dt>{words.until}</dt>
                <dd>{dateTime(given.expiresAt, language)}</dd>
              </dl>
              <p>{words.once}</p>
            </>
          )}
        </Dialog>
      )}
    </>
  )
}
