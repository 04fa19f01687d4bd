import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './toast.module.css'

interface Message {
  text: string
  undo?: () => void
  /** A way on, where there is nothing to undo. */
  action?: { label: string; run: () => void }
}

const ToastContext = createContext<(message: Message) => void>(() => undefined)

/** `const say = useToast()`, then `say({ text, undo })`: what was done, and the way back (or on). */
export const useToast = () => use(ToastContext)

const STAYS_MS = 8000

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [message, setMessage] = useState<Message | null>(null)
  const [held, setHeld] = useState(false)
  const say = useCallback((next: Message) => setMessage(next), [])
  useEffect(() => {
    if (message === null || held) return
    const timer = setTimeout(() => setMessage(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [message, held])
  return (
    <ToastContext value={say}>
      {children}
      <div
        className={styles.place}
        role="status"
        onMouseEnter={() => setHeld(true)}
        onMouseLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {message && (
          <div className={styles.toast}>
            <p>{message.text}</p>
            {message.undo && <Press label={t('undo')} run={message.undo} onDone={() => setMessage(null)} />}
            {message.action && <Press {...message.action} onDone={() => setMessage(null)} />}
          </div>
        )}
      </div>
    </ToastContext>
  )
}

function Press({ label, run, onDone }: { label: string; run: () => void; onDone: () => void }) {
  const press = () => {
    run()
    onDone()
  }
  return (
    <button type="button" onClick={press}>
      {label}
    </button>
  )
}
