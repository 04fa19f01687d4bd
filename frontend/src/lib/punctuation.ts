import { language } from './i18n'

/** Names and facts stand as they were recorded; the marks between them belong to the language of the page. */
const mark = (chinese: string, english: string) => (language() === 'en' ? english : chinese)

/** `甲、乙` (English: `A, B`). */
export const listed = (words: readonly string[]) => words.join(mark('、', ', '))

const between =
  (chinese: string, english: string) =>
  (...pieces: (string | null | undefined)[]) =>
    pieces.filter(Boolean).join(mark(chinese, english))

/** `甲，乙`, without what is not there. */
export const joined = between('，', ', ')

/** `甲；乙`, for pieces that have commas of their own. */
export const apart = between('；', '; ')

/** `名称（说明）`. */
export const bracketed = (name: string, note: string) => `${name}${mark('（', ' (')}${note}${mark('）', ')')}`

/** `项目：内容`. */
export const headed = (head: string, text: string) => `${head}${mark('：', ': ')}${text}`
