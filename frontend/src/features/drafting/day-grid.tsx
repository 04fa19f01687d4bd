import { useTranslation } from 'react-i18next'
import { date } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import styles from './day-grid.module.css'

interface Day {
  date: string
  workday: boolean
}

const WEEK = 7
const isWeekend = (at: number) => at % WEEK >= 5

/** Whole weeks from Monday on; rest days and worked weekends say so, and only lawful days can be taken. */
export function DayGrid({
  days,
  earliest,
  chosen,
  onChoose,
}: {
  days: readonly Day[]
  earliest: string
  chosen: string
  onChoose: (day: string) => void
}) {
  const { t } = useTranslation('drafting')
  const language = useLanguage()
  const nameOf = (day: Day) => {
    const words = { day: date(day.date, language) }
    if (day.date < earliest) return t('times.tooEarly', words)
    return t(day.workday ? 'times.workDay' : 'times.restDay', words)
  }
  return (
    <div className={styles.grid}>
      {(['0', '1', '2', '3', '4', '5', '6'] as const).map((weekday) => (
        <span key={weekday} className={styles.weekday} aria-hidden="true">
          {t(`times.weekdays.${weekday}`)}
        </span>
      ))}
      {days.map((day, at) => (
        <button
          key={day.date}
          type="button"
          className={styles.day}
          disabled={day.date < earliest || !day.workday}
          aria-pressed={day.date === chosen}
          aria-label={nameOf(day)}
          onClick={() => onChoose(day.date)}
        >
          <span>
            {Number(day.date.slice(8)) === 1 ? `${Number(day.date.slice(5, 7))}/1` : Number(day.date.slice(8))}
          </span>
          <small>{day.workday ? isWeekend(at) && t('times.worked') : t('times.rest')}</small>
        </button>
      ))}
    </div>
  )
}
