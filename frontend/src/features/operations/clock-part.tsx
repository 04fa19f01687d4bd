import { useTranslation } from 'react-i18next'
import { useNow } from '../../lib/clock'
import { dateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { useToast } from '../../ui/toast'
import { useAdvance } from './mutations'
import styles from './operations.module.css'

const STEPS = ['PT1H', 'PT24H', 'PT72H', 'PT168H'] as const

/** Moves the platform's one clock ahead; it never goes back. */
export function ClockPart() {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  const now = useNow()
  const say = useToast()
  const advance = useAdvance()
  const move = (step: string) =>
    advance.mutate(step, {
      onSuccess: (clock) => say({ text: t('clock.moved', { now: dateTime(clock.now, language) }) }),
    })
  return (
    <section aria-labelledby="clock-title">
      <h2 id="clock-title">{t('clock.title')}</h2>
      <p className={styles.lead}>{t('clock.lead')}</p>
      <p className={styles.now}>{dateTime(now, language)}</p>
      {advance.isError && <p className={styles.wrong}>{advance.error.message}</p>}
      <div className={styles.steps}>
        {STEPS.map((step) => (
          <Button key={step} weight="ghost" busy={advance.isPending} onClick={() => move(step)}>
            {t(`clock.${step}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}
