import { narrow } from './narrow'

/** Reads an amount as people type it (`98,000`, `98000 元`, `9.8万`) into exact fen; undefined when it is none. */
export function fenOf(typed: string): number | undefined {
  const [, whole, decimals = '', unit] =
    /^(\d{1,12})(?:\.(\d{1,6}))?(万)?$/.exec(narrow(typed).replace(/[,\s元¥]/g, '')) ?? []
  if (whole === undefined) return undefined
  const shift = unit === undefined ? 2 : 6
  if (decimals.length > shift) return undefined
  const fen = Number(whole + decimals.padEnd(shift, '0'))
  return Number.isSafeInteger(fen) && fen > 0 ? fen : undefined
}

/** Nothing to pay. */
export const isFree = (typed: string) => /^0+(\.0{1,2})?\s*元?$/.test(narrow(typed).trim())

/** What stands in the field for an amount that was saved. */
export function typedYuan(fen: number | null): string {
  if (fen === null) return ''
  const yuan = Math.trunc(fen / 100).toLocaleString('en-US')
  return fen % 100 === 0 ? yuan : `${yuan}.${String(fen % 100).padStart(2, '0')}`
}
