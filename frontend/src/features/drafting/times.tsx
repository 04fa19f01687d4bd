import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../lib/clock'
import { dateTime, timeLeft } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { afternoonIn, instantOf, localOf } from './beijing-time'
import type { DraftForm } from './draft-form'
import styles from './drafting.module.css'
import { Section } from './section'
import { useDraftField } from './troubles'

const PROPOSALS = [7, 10, 14]

/** Until when one may respond, and when the responses are opened. */
export function Times() {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  const now = useNow()
  const { setValue } = useFormContext<DraftForm>()
  const choose = (local: string) => {
    setValue('bidDeadline', local, { shouldDirty: true, shouldTouch: true })
    setValue('openingAt', local, { shouldDirty: true })
  }
  const earliest = localOf(now.toISOString())
  return (
    <Section number={3} title={t('times.title')} lead={t('times.lead')}>
      <TextField
        {...useDraftField('bidDeadline')}
        type="datetime-local"
        min={earliest}
        label={t('field.bidDeadline')}
        hint={<ReadBack path="bidDeadline" words="times.deadlineHint" />}
      />
      <div className={styles.adders}>
        <span>{t('times.propose')}</span>
        {PROPOSALS.map((days) => {
          const local = afternoonIn(days, now)
          return (
            <Button key={days} weight="ghost" onClick={() => choose(local)}>
              {t('times.proposal', { count: days, at: dateTime(instantOf(local) ?? now, language) })}
            </Button>
          )
        })}
      </div>
      <TextField
        {...useDraftField('openingAt')}
        type="datetime-local"
        min={earliest}
        label={t('field.openingAt')}
        hint={<ReadBack path="openingAt" words="times.openingHint" />}
      />
    </Section>
  )
}

/** The moment in words, with its weekday and how far away it is; before one is chosen, the rule. */
function ReadBack({
  path,
  words,
}: {
  path: 'bidDeadline' | 'openingAt'
  words: 'times.deadlineHint' | 'times.openingHint'
}) {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  const now = useNow()
  const instant = instantOf(useWatch<DraftForm, 'bidDeadline' | 'openingAt'>({ name: path }) ?? '')
  if (instant === null) return t(words)
  return t('times.read', { at: dateTime(instant, language), left: timeLeft(instant, language, now) })
}
