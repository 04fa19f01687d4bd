import { createContext, use } from 'react'
import { type FieldPath, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isGap, pathOf } from '../../lib/path-words'
import type { ResultForm } from './result-form'

/** What rules and server say about the fields, path by path. */
export const TroublesContext = createContext<ReadonlyMap<string, string>>(new Map())

const EMPTY = ['winner-missing', 'panel-missing', 'amount-or-rate']

/** Not written yet, as opposed to written wrongly. */
export const isEmpty = (code: string) => isGap(code) || EMPTY.includes(code)

export const useTrouble = (path: string) => use(TroublesContext).get(path)

/** Everything a text control needs for its path. */
export function useResultField(path: FieldPath<ResultForm>) {
  const { register } = useFormContext<ResultForm>()
  return { ...register(path), id: path, error: useTrouble(path) }
}

/** `/winners/0/amountFen` → 供应商 1 · 金额. */
export function usePlaceWords() {
  const { t } = useTranslation('portal-result')
  return (pointer: string): string => {
    const [part = '', second, third] = pathOf(pointer).split('.')
    const number = Number.parseInt(second ?? '', 10)
    if (Number.isNaN(number)) return t(`field.${second ?? part}` as 'field.winners')
    const row = t(`numbered.${part}` as 'numbered.winners', { number: number + 1 })
    return third === undefined || part === 'panel' ? row : `${row} · ${t(`field.${third}` as 'field.winners')}`
  }
}
