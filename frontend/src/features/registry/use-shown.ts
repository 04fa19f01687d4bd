import { useTranslation } from 'react-i18next'
import { date, yuan } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'

const DAY = /^\d{4}-\d\d-\d\d$/
const MONEY = /^(fundsFen|amountFen|(NET_ASSETS|INCOME)_\d{4})$/
const CONCLUSION = /^(\d{4}):(\w+)$/

/** What stands in a field, in words: codes, days, amounts and yes or no; null where nothing stands. Names of places and services come by code. */
export function useShown(names: Record<string, string>) {
  const { t } = useTranslation('registry')
  const language = useLanguage()
  const coded = (code: string) => t(`code.${code as 'NORMAL'}`, { defaultValue: code })
  return (field: string, value: unknown): string | null => {
    if (value === null || value === undefined || value === '') return null
    const text = String(value)
    const named = names[text]
    if (named !== undefined) return named
    if (MONEY.test(field)) return yuan(Number(text), language)
    if (field === 'bodyKind') return t(`history.bodyKind.${text as 'LEGAL_PERSON'}`)
    if (field === 'evidenceId') return t('evidence.attached')
    if (field === 'kind') return t(`kind.${text as 'STATUS'}`, { defaultValue: text })
    if (DAY.test(text)) return date(text, language)
    const conclusion = CONCLUSION.exec(text)
    if (conclusion !== null) return `${conclusion[1]} ${coded(conclusion[2] ?? '')}`
    return t(`choice.${field}.${text}` as 'choice.charity.true', { defaultValue: coded(text) })
  }
}
