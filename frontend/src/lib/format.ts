import type { Language } from './i18n'

const ZONE = 'Asia/Shanghai'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** From 100,000 yuan on, 万元 reads faster than zeros. */
const WAN_FROM_FEN = 100_000_00

const plain = (value: number, digits: number) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)

/** `98,000 元`; fen appear only where there are some. */
export function yuan(fen: number, language: Language): string {
  const amount = plain(fen / 100, fen % 100 === 0 ? 0 : 2)
  return language === 'en' ? `¥${amount}` : `${amount} 元`
}

/** `12.5 万元` (English: `¥1.25 million`), or null where the exact amount is short enough. */
export function yuanShort(fen: number, language: Language): string | null {
  if (language === 'en') {
    return fen < 1_000_000_00 ? null : `¥${Number((fen / 1_000_000_00).toFixed(2))} million`
  }
  if (fen < WAN_FROM_FEN) return null
  const wan = fen / 1_000_000
  return wan < 10_000 ? `${plainTrimmed(wan)} 万元` : `${plainTrimmed(wan / 10_000)} 亿元`
}

const plainTrimmed = (value: number) => new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(value)

export const count = (value: number) => plain(value, 0)

type Moment = Record<'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute', string>

function moment(instant: string | Date, language: Language): Moment {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: ZONE,
    year: 'numeric',
    month: language === 'en' ? 'short' : 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = format.formatToParts(new Date(instant))
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return {
    year: get('year'),
    month: get('month'),
    day: get('day'),
    weekday: get('weekday'),
    hour: get('hour'),
    minute: get('minute'),
  }
}

/** `2026年11月23日 周一 10:00`. */
export function dateTime(instant: string | Date, language: Language): string {
  const m = moment(instant, language)
  return language === 'en'
    ? `${m.weekday} ${m.day} ${m.month} ${m.year}, ${m.hour}:${m.minute}`
    : `${m.year}年${m.month}月${m.day}日 ${m.weekday} ${m.hour}:${m.minute}`
}

/** `2026年11月23日`; takes an instant or a plain `YYYY-MM-DD`. */
export function date(day: string | Date, language: Language): string {
  const m = moment(typeof day === 'string' && day.length === 10 ? `${day}T12:00:00+08:00` : day, language)
  return language === 'en' ? `${m.day} ${m.month} ${m.year}` : `${m.year}年${m.month}月${m.day}日`
}

/** `12月15日 10:00`, with the year only where it is another one. */
export function shortDateTime(instant: string | Date, language: Language, now: Date): string {
  const m = moment(instant, language)
  const otherYear = m.year !== moment(now, language).year
  if (language === 'en') return `${m.day} ${m.month}${otherYear ? ` ${m.year}` : ''}, ${m.hour}:${m.minute}`
  return `${otherYear ? `${m.year}年` : ''}${m.month}月${m.day}日 ${m.hour}:${m.minute}`
}

export const shortDate = (instant: string | Date, language: Language, now: Date) =>
  shortDateTime(instant, language, now).replace(language === 'en' ? /, \d\d:\d\d$/ : / \d\d:\d\d$/, '')

export interface Left {
  over: boolean
  /** Inside 48 hours: the deadline turns vermilion. */
  soon: boolean
  days: number
  hours: number
  minutes: number
}

/** How long until an instant, in whole days, hours and minutes. */
export function left(until: string | Date, now: Date): Left {
  const rest = new Date(until).getTime() - now.getTime()
  if (rest <= 0) return { over: true, soon: false, days: 0, hours: 0, minutes: 0 }
  return {
    over: false,
    soon: rest <= 48 * HOUR,
    days: Math.floor(rest / DAY),
    hours: Math.floor((rest % DAY) / HOUR),
    minutes: Math.max(1, Math.floor((rest % HOUR) / MINUTE)),
  }
}

/** `3 天 4 小时`; minutes only on the last day. */
export function span({ days, hours, minutes }: Left, language: Language): string {
  const unit = (value: number, zh: string, en: string) =>
    language === 'en' ? `${value} ${en}${value === 1 ? '' : 's'}` : `${value} ${zh}`
  if (days >= 7) return unit(days, '天', 'day')
  if (days > 0) return [unit(days, '天', 'day'), hours > 0 ? unit(hours, '小时', 'hour') : ''].filter(Boolean).join(' ')
  if (hours > 0) return [unit(hours, '小时', 'hour'), unit(minutes, '分钟', 'minute')].join(' ')
  return unit(minutes, '分钟', 'minute')
}

/** `还剩 3 天 4 小时` or `已截止`. */
export function timeLeft(until: string | Date, language: Language, now: Date): string {
  const rest = left(until, now)
  if (rest.over) return language === 'en' ? 'Closed' : '已截止'
  return language === 'en' ? `${span(rest, language)} left` : `还剩 ${span(rest, language)}`
}

/** The day in Beijing, as `YYYY-MM-DD`. */
export const dayIn = (instant: Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  )

/** A digest in groups of four, as on the receipt. */
export const inFours = (digest: string) => digest.match(/.{1,4}/g)?.join(' ') ?? digest

export const percent = (share: number) => `${Math.round(share * 100)}%`

/** An average as exactly as it matters: `12.4`, but `0.02`. */
export const fine = (average: number) => plain(average, average > 0 && average < 1 ? 2 : 1)
