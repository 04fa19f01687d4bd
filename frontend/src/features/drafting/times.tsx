import { useQuery } from '@tanstack/react-query'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { afternoonOf, instantOf, localOf, mondayOf, plusDays } from '../../lib/beijing-time'
import { useNow } from '../../lib/clock'
import { date, dateTime } from '../../lib/format'
import { LAWFUL, MOST_RATIO, type Ratios } from '../../lib/low-price'
import { workDays } from '../../lib/reference'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { Checkbox, TextField } from '../../ui/field'
import { FormSection } from '../../ui/form-section'
import { DayGrid } from './day-grid'
import { Documents } from './documents'
import { type DraftForm, USUAL_METHOD } from './draft-form'
import styles from './drafting.module.css'
import { earliestDeadline } from './queries'
import { ReadBack } from './read-back'
import { useDraftField } from './troubles'
import { useMethod } from './use-method'

const RATIOS = ['ofAverage', 'ofSecond', 'ofCeiling'] as const
const WEEKS_SHOWN = 6
/** The first that leaves more than the law does. */
const WEEKS_PROPOSED = [2, 4, 5]

/** Until when one may respond, and when the responses are opened. */
export function Times() {
  const { t } = useTranslation('drafting')
  const now = useNow()
  const today = localOf(now.toISOString()).slice(0, 10)
  const { register, setValue } = useFormContext<DraftForm>()
  const { method, statutory, here } = useMethod()
  const staged = useWatch<DraftForm, 'stagedOpening'>({ name: 'stagedOpening' })
  const supervised = useWatch<DraftForm, 'supervisedOpening'>({ name: 'supervisedOpening' })
  const choose = (local: string) => {
    setValue('bidDeadline', local, { shouldDirty: true, shouldTouch: true })
    setValue('openingAt', local, { shouldDirty: true })
  }
  const soonest = localOf(now.toISOString())
  return (
    <FormSection number={4} title={t('times.title')} lead={t('times.lead')}>
      {statutory && <Documents />}
      <TextField
        {...useDraftField('bidDeadline')}
        type="datetime-local"
        min={soonest}
        label={t('field.bidDeadline')}
        hint={<ReadBack path="bidDeadline" words="times.deadlineHint" />}
      />
      <Lawful today={today} onChoose={choose} />
      <TextField
        {...useDraftField('openingAt')}
        type="datetime-local"
        min={soonest}
        label={t('field.openingAt')}
        hint={<ReadBack path="openingAt" words={method === 'OPEN_TENDER' ? 'times.tenderHint' : 'times.openingHint'} />}
      />
      {(here || staged) && (
        <Checkbox
          {...register('stagedOpening')}
          id="stagedOpening"
          label={t('times.staged')}
          hint={t('times.stagedHint')}
        />
      )}
      <Checkbox
        {...register('acceptsConsortium')}
        id="acceptsConsortium"
        label={t('times.consortium')}
        hint={t('times.consortiumHint')}
      />
      {(here || supervised) && (
        <Checkbox
          {...register('supervisedOpening')}
          id="supervisedOpening"
          label={t('times.supervised')}
          hint={t('times.supervisedHint')}
        />
      )}
      <LowPrice />
    </FormSection>
  )
}

/** When a price is asked about: the purchaser may ask for more than the law does, up to a bound. */
export function LowPrice() {
  const { t } = useTranslation('drafting')
  return (
    <fieldset className={styles.lowPrice}>
      <legend>{t('field.lowPrice')}</legend>
      <p>{t('lowPrice.lead', { most: MOST_RATIO })}</p>
      {RATIOS.map((ratio) => (
        <Ratio key={ratio} ratio={ratio} />
      ))}
    </fieldset>
  )
}

function Ratio({ ratio }: { ratio: keyof Ratios }) {
  const { t } = useTranslation('drafting')
  return (
    <TextField
      {...useDraftField(`lowPrice.${ratio}`)}
      label={t(`field.${ratio}`)}
      hint={t('lowPrice.bounds', { least: LAWFUL[ratio], most: MOST_RATIO })}
      inputMode="numeric"
      maxLength={3}
      autoComplete="off"
    />
  )
}

/** What the server's calendar allows, with its rule, to be taken with one click. */
function Lawful({ today, onChoose }: { today: string; onChoose: (local: string) => void }) {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  const { chosen: offered, statutory } = useMethod()
  const issued = useWatch<DraftForm, 'statutory.documents.from'>({ name: 'statutory.documents.from' })
  const published = useWatch<DraftForm, 'statutory.officialPublication.publishedAt'>({
    name: 'statutory.officialPublication.publishedAt',
  })
  const from = statutory ? (issued || published || '').slice(0, 10) || null : null
  const { data: law, error } = useQuery(earliestDeadline(offered?.method ?? USUAL_METHOD, from))
  const monday = mondayOf(today)
  const { data: calendar } = useQuery(workDays(monday, plusDays(monday, WEEKS_SHOWN * 7 - 1)))
  const chosen = useWatch<DraftForm, 'bidDeadline'>({ name: 'bidDeadline' }) ?? ''
  if (error !== null) return <p className={styles.amber}>{error.message}</p>
  if (law === undefined) return null
  const weeksLater = WEEKS_PROPOSED.find((count) => plusDays(today, count * 7) > law.unhurried)
  const later =
    weeksLater === undefined
      ? undefined
      : calendar?.days.find((day) => day.workday && day.date >= plusDays(today, weeksLater * 7))?.date
  const take = (day: string) => ({
    at: dateTime(instantOf(afternoonOf(day)) ?? day, language),
    onClick: () => onChoose(afternoonOf(day)),
  })
  const earliest = take(law.earliest)
  const unhurried = take(law.unhurried)
  const weeks = later === undefined ? null : take(later)
  return (
    <div className={styles.lawful}>
      <p>
        {t(from === null ? 'times.earliest' : 'times.earliestFrom', {
          day: date(law.earliest, language),
          from: date(law.from, language),
        })}
        <small>{law.rule}</small>
      </p>
      <Doubt day={chosen.slice(0, 10)} law={law} calendar={calendar} />
      <div className={styles.adders}>
        <span>{t('times.choices')}</span>
        <Button weight="ghost" onClick={earliest.onClick}>
          {t('times.takeEarliest', { at: earliest.at })}
        </Button>
        <Button weight="ghost" onClick={unhurried.onClick}>
          {t(law.working ? 'times.takeUnhurried' : 'times.takeUnhurriedDays', { count: law.days, at: unhurried.at })}
        </Button>
        {weeks && (
          <Button weight="ghost" onClick={weeks.onClick}>
            {t('times.takeWeeks', { count: weeksLater ?? 0, at: weeks.at })}
          </Button>
        )}
      </div>
      {calendar && (
        <details>
          <summary>{t('times.calendar')}</summary>
          <DayGrid
            days={calendar.days}
            earliest={law.earliest}
            chosen={chosen.slice(0, 10)}
            onChoose={(day) => onChoose(chosen.length > 10 ? day + chosen.slice(10) : afternoonOf(day))}
          />
        </details>
      )}
    </div>
  )
}

/** What is doubtful about the chosen day, before the draft is even saved. */
function Doubt({
  day,
  law,
  calendar,
}: {
  day: string
  law: { firmUntil: string; lastDay: string }
  calendar: { days: readonly { date: string; workday: boolean }[] } | undefined
}) {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  if (day > law.lastDay)
    return <p className={styles.amber}>{t('times.beyond', { day: date(law.lastDay, language) })}</p>
  const rests = calendar?.days.some((one) => one.date === day && !one.workday)
  return (
    <>
      {rests && <p className={styles.amber}>{t('times.onRestDay')}</p>}
      {day > law.firmUntil && (
        <p className={styles.amber}>{t('times.provisional', { day: date(law.firmUntil, language) })}</p>
      )}
    </>
  )
}
