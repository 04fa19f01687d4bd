import type { Language } from '../../../lib/i18n'

const ZONE = 'Asia/Shanghai'

const parts = (instant: string, language: Language) => {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: ZONE,
    year: 'numeric',
    month: language === 'en' ? 'short' : 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const found = format.formatToParts(new Date(instant))
  return (type: string) => found.find((part) => part.type === type)?.value ?? ''
}

/** `2026年12月14日 16:02:11`, as a receipt says it: no fraction is rounded up to a second that had not begun. */
export function toTheSecond(instant: string, language: Language): string {
  const get = parts(instant, language)
  const time = `${get('hour')}:${get('minute')}:${get('second')}`
  return language === 'en'
    ? `${get('day')} ${get('month')} ${get('year')}, ${time}`
    : `${get('year')}年${get('month')}月${get('day')}日 ${time}`
}

/** `2026.12.14`, as dates stand in stamps. */
export const stampDay = (instant: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(new Date(instant)).replaceAll('-', '.')
