import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Desk, SheetScore } from '../../api/types'
import { keepSheet } from './mutations'
import { pointsOf, pointsText } from './points'
import { deskKey } from './queries'

/** As it is typed: what is no number yet stays on the page and is not sent. */
export interface Typed {
  points: string
  reason: string
}

type Kept = 'clean' | 'typing' | 'saving' | 'saved' | 'failed'

const PAUSE = 1_200

export const cellOf = (bid: string, item: number) => `${bid}/${item}`

const typedOf = ({ points, reason }: SheetScore): Typed => ({
  points: points == null ? '' : pointsText(points),
  reason: reason ?? '',
})

const countingOf = (desk: Desk) => new Set(desk.bids.filter(({ counts }) => counts).map(({ id }) => id))

const scoresOf = (sheet: Record<string, Typed>, counting: Set<string>): SheetScore[] =>
  Object.entries(sheet)
    .filter(([, { points, reason }]) => points !== '' || reason !== '')
    .map(([cell, { points, reason }]) => {
      const [bid = '', item = '0'] = cell.split('/')
      return { bid, item: Number(item), points: pointsOf(points), reason: reason === '' ? null : reason }
    })
    .filter(({ bid }) => counting.has(bid))

/** The caller's sheet: typed here, kept on the server after each pause and when the page is left, so that nothing is lost when the tablet sleeps. */
export function useSheet(desk: Desk) {
  const queries = useQueryClient()
  const [sheet, setSheet] = useState<Record<string, Typed>>(() =>
    Object.fromEntries(desk.sheet.scores.map((score) => [cellOf(score.bid, score.item), typedOf(score)])),
  )
  const [kept, setKept] = useState<Kept>('clean')
  const [failure, setFailure] = useState<unknown>(null)
  const version = useRef(desk.sheet.version)
  const latest = useRef(sheet)
  /** A bid may fall out while one types: nothing is asked of it any more. */
  const counting = useRef(countingOf(desk))
  const asked = useRef(sheet)
  const running = useRef<Promise<void>>(Promise.resolve())

  /** Whoever comes back finds what was typed last, not what was read first. */
  const remember = useCallback(
    (scores: SheetScore[], version: number) =>
      queries.setQueryData(
        deskKey(desk.lotId),
        (read?: Desk) => read && { ...read, sheet: { ...read.sheet, scores, version } },
      ),
    [queries, desk.lotId],
  )

  /** One after the other: each needs the version that the one before was answered with. */
  const save = useCallback(() => {
    const now = running.current.then(async () => {
      const sent = latest.current
      asked.current = sent
      setKept('saving')
      try {
        const scores = scoresOf(sent, counting.current)
        remember(scores, version.current)
        const done = await keepSheet(desk.lotId, version.current, scores)
        version.current = done.version
        remember(done.scores, done.version)
        setFailure(null)
        setKept(sent === latest.current ? 'saved' : 'typing')
      } catch (refused) {
        asked.current = {}
        setFailure(refused)
        setKept('failed')
        throw refused
      }
    })
    running.current = now.catch(() => {})
    return now
  }, [desk.lotId, remember])

  useEffect(() => {
    counting.current = countingOf(desk)
  }, [desk])

  // biome-ignore lint/correctness/useExhaustiveDependencies: every letter begins the pause anew
  useEffect(() => {
    if (kept !== 'typing') return
    const timer = setTimeout(() => save().catch(() => {}), PAUSE)
    return () => clearTimeout(timer)
  }, [kept, save, sheet])

  useEffect(() => {
    const leave = () => {
      if (asked.current !== latest.current) save().catch(() => {})
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [save])

  const write = (cell: string, change: Partial<Typed>) => {
    latest.current = { ...latest.current, [cell]: { points: '', reason: '', ...latest.current[cell], ...change } }
    setSheet(latest.current)
    setKept('typing')
  }
  return { sheet, write, save, kept, failure }
}
