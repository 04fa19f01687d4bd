import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Desk, SheetScore } from '../../api/types'
import { pointsOf, pointsText } from '../../lib/points'
import { hasStatus } from '../../lib/problem'
import { putSheet, readDesk } from './mutations'
import { deskKey } from './queries'
import { isSameSheet, mergeSheets, type Typed, type TypedSheet } from './sheet-merge'

type Kept = 'clean' | 'typing' | 'saving' | 'saved' | 'failed' | 'clash'

/** Cells that were changed here and in another window, and what is kept of them. */
export interface Clash {
  cells: string[]
  theirs: TypedSheet
}

const PAUSE = 1_200

export const cellOf = (bid: string, item: number) => `${bid}/${item}`

const typedOf = ({ points, reason }: SheetScore): Typed => ({
  points: points == null ? '' : pointsText(points),
  reason: reason ?? '',
})

const sheetOf = (desk: Desk): TypedSheet =>
  Object.fromEntries(desk.sheet.scores.map((score) => [cellOf(score.bid, score.item), typedOf(score)]))

const countingOf = (desk: Desk) => new Set(desk.bids.filter(({ counts }) => counts).map(({ id }) => id))

/** Of a bid that fell out nothing is asked any more. */
const counted = (sheet: TypedSheet, counting: Set<string>): TypedSheet =>
  Object.fromEntries(Object.entries(sheet).filter(([cell]) => counting.has(cell.split('/')[0] ?? '')))

const scoresOf = (sheet: TypedSheet): SheetScore[] =>
  Object.entries(sheet)
    .filter(([, { points, reason }]) => points !== '' || reason !== '')
    .map(([cell, { points, reason }]) => {
      const [bid = '', item = '0'] = cell.split('/')
      return { bid, item: Number(item), points: pointsOf(points), reason: reason === '' ? null : reason }
    })

/** Somebody has to choose before anything is kept. */
class Clashing extends Error {}

/**
 * The caller's sheet: typed here, kept on the server after each pause and when the page is left, so that nothing is lost when the tablet
 * sleeps. Another window of the same person may write on it, too: what was typed in both is put together, and where both wrote in one cell
 * the person chooses.
 */
export function useSheet(desk: Desk) {
  const queries = useQueryClient()
  const [sheet, setSheet] = useState<TypedSheet>(() => sheetOf(desk))
  const [kept, setKept] = useState<Kept>('clean')
  const [failure, setFailure] = useState<unknown>(null)
  const [merged, setMerged] = useState(false)
  const [clash, setClash] = useState<Clash | null>(null)
  const version = useRef(desk.sheet.version)
  /** What is kept in this version, as far as this window knows. */
  const base = useRef(sheet)
  /** What was sent and not answered: it may be kept all the same. */
  const unanswered = useRef<TypedSheet | null>(null)
  const latest = useRef(sheet)
  /** A bid may fall out while one types. */
  const counting = useRef(countingOf(desk))
  const asked = useRef(sheet)
  const clashing = useRef(false)
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

  const put = useCallback(
    async (typed: TypedSheet) => {
      const sent = counted(typed, counting.current)
      const scores = scoresOf(sent)
      remember(scores, version.current)
      unanswered.current = sent
      version.current = await putSheet(desk.lotId, version.current, scores)
      unanswered.current = null
      base.current = sent
      remember(scores, version.current)
    },
    [desk.lotId, remember],
  )

  /** Another version is our own whose answer was lost, one of which a bid fell out or that was reopened, or one of another window. */
  const putOnTop = useCallback(
    async (typed: TypedSheet) => {
      const lost = unanswered.current
      try {
        await put(typed)
        return typed
      } catch (refused) {
        if (!hasStatus(refused, 412)) throw refused
        const now = await readDesk(desk.lotId)
        counting.current = countingOf(now)
        const theirs = sheetOf(now)
        const own = lost !== null && isSameSheet(counted(lost, counting.current), theirs)
        const both = mergeSheets(own ? theirs : counted(base.current, counting.current), typed, theirs)
        version.current = now.sheet.version
        base.current = theirs
        unanswered.current = null
        if (both.taken.length > 0) {
          setMerged(true)
          latest.current = mergeSheets(typed, latest.current, both.sheet).sheet
          setSheet(latest.current)
        }
        const cells = both.clashes.filter((cell) => counting.current.has(cell.split('/')[0] ?? ''))
        if (cells.length > 0) {
          clashing.current = true
          setClash({ cells, theirs })
          throw new Clashing()
        }
        await put(both.sheet)
        return both.sheet
      }
    },
    [desk.lotId, put],
  )

  /** One after the other: each needs the version that the one before was answered with. */
  const save = useCallback(() => {
    const now = running.current.then(async () => {
      if (clashing.current) throw new Clashing()
      const sent = latest.current
      asked.current = sent
      setKept('saving')
      try {
        const done = await putOnTop(sent)
        setFailure(null)
        if (done !== sent && isSameSheet(done, latest.current)) asked.current = latest.current
        setKept(asked.current === latest.current ? 'saved' : 'typing')
        return { version: version.current, asTyped: isSameSheet(done, sent) }
      } catch (refused) {
        asked.current = {}
        setFailure(refused instanceof Clashing ? null : refused)
        setKept(refused instanceof Clashing ? 'clash' : 'failed')
        throw refused
      }
    })
    running.current = now.then(
      () => {},
      () => {},
    )
    return now
  }, [putOnTop])

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

  const change = (next: TypedSheet) => {
    latest.current = next
    setSheet(next)
    setKept(clashing.current ? 'clash' : 'typing')
  }

  const write = (cell: string, part: Partial<Typed>) =>
    change({ ...latest.current, [cell]: { points: '', reason: '', ...latest.current[cell], ...part } })

  /** What is typed here takes the place of what another window wrote in the same cells, or gives way to it. */
  const settle = (keepMine: boolean) => {
    if (clash === null) return
    const theirs = Object.fromEntries(
      clash.cells.map((cell) => [cell, clash.theirs[cell] ?? { points: '', reason: '' }]),
    )
    clashing.current = false
    setClash(null)
    change(keepMine ? { ...latest.current } : { ...latest.current, ...theirs })
  }
  return { sheet, write, save, kept, failure, merged, clash, settle }
}
