import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './toast.module.css'

interface Message {
  text: string
  undo?: () => void
}

const ToastContext = createContext<(message: Message) => void>(() => undefined)

/** `const say = useToast()`, then `say({ text, undo })`: what was done, and the way back. */
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
            {message.undo && (
              <button
                type="button"
                onClick={() => {
                  message.undo?.()
                  setMessage(null)
                }}
              >
                {t('undo')}
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext>
  )
}
