import { useTranslation } from 'react-i18next'

/** A finding's pointer as the path of its field. */
export const pathOf = (pointer: string) => pointer.replace(/^#?\//, '').replaceAll('/', '.')

/** Not written yet, as opposed to written wrongly. */
export const isGap = (code: string) => code === 'required'

/** `lots.0.criteria.1.weight` → 第 1 包 · 评审因素 2 · 分值. */
export function usePathWords() {
  const { t } = useTranslation('drafting')
  return (path: string): string => {
    const pieces = path.split('.')
    const words: string[] = []
    for (let at = 0; at < pieces.length; at += 1) {
      const name = pieces[at] ?? ''
      const number = Number.parseInt(pieces[at + 1] ?? '', 10)
      if (Number.isNaN(number)) {
        words.push(t(`field.${name as 'title'}`, { defaultValue: name }))
      } else {
        words.push(t(`numbered.${name as 'lots'}`, { number: number + 1, defaultValue: name }))
        at += 1
      }
    }
    return words
      .filter((word, at) => at === words.length - 1 || (word !== t('field.contact') && word !== t('field.statutory')))
      .join(' · ')
  }
}
