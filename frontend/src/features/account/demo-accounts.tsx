import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../api/types'
import { demoClock } from './queries'
import { useSignIn } from './sign-in'
import styles from './sign-in.module.css'

const ACCOUNTS = [
  'officer',
  'approver',
  'bureau',
  'bureau2',
  'bureau3',
  'organization',
  'organization2',
  'organization3',
  'federation',
  'group',
  'group2',
  'newcomer',
  'evaluator',
  'evaluator2',
  'evaluator3',
  'evaluator4',
  'evaluator5',
  'evaluator6',
  'evaluator7',
  'evaluator8',
  'evaluator9',
  'supervisor',
  'supervisor2',
  'registrar',
  'street',
  'clerk',
  'community',
  'admin',
] as const
/** Printed on the start-up console of every demo; no other installation has these accounts. */
const DEMO_PASSWORD = 'goufu-demo'

/** One button per account; stands only where a demo clock ticks. */
export function DemoAccounts({ onDone }: { onDone: (who: Me) => void }) {
  const { t } = useTranslation('account')
  const { data: demo } = useQuery(demoClock)
  const signIn = useSignIn()
  if (!demo) return null
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demo.title')}</h2>
      <p>{t('demo.lead')}</p>
      <ul>
        {ACCOUNTS.map((username) => (
          <li key={username}>
            <button
              type="button"
              onClick={() => signIn.mutate({ username, password: DEMO_PASSWORD }, { onSuccess: onDone })}
            >
              <b>{t(`demo.${username}`)}</b>
              <span>{t(`demo.${username}Hint`)}</span>
              <code>{username}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
