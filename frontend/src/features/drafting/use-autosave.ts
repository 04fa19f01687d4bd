import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Purchase } from '../../api/types'
import { answer, api } from '../../lib/api'
import { ProblemError } from '../../lib/problem'
import { tagOf } from '../../lib/purchases'
import { type DraftForm, draftOf, formOf } from './draft-form'
import { dropLocalCopy, keepLocally } from './local-copy'
import { draftShape } from './shape'

const REST_MS = 900
const AGAIN_MS = 8_000

export type SaveState =
  /** `at` is when the server took it. */
  | { kind: 'saved'; at: Date | null }
  | { kind: 'typing' | 'saving' | 'offline' | 'signedOut' | 'moved' }
  /** Something is not well-formed yet; it waits in this browser. */
  | { kind: 'held' }
  /** Somebody saved another version meanwhile. */
  | { kind: 'conflict'; theirs: Purchase }
  /** The server does not take the form as it is. */
  | { kind: 'refused'; failure: ProblemError }

/**
 * Saves the draft whenever the fingers rest. Until the server has it, a copy stays in this browser; when somebody else saved
 * meanwhile, nothing is overwritten until the user has chosen.
 */
export function useAutosave(id: string, form: UseFormReturn<DraftForm>, loaded: { version: number; form: DraftForm }) {
  const queries = useQueryClient()
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null })
  const version = useRef(loaded.version)
  const saved = useRef(JSON.stringify(loaded.form))
  /** Until the user has chosen between two versions, nothing is sent. */
  const blocked = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean> | null>(null)

  const put = useCallback(
    async (values: DraftForm): Promise<boolean> => {
      setState({ kind: 'saving' })
      try {
        const { response } = await api.PUT('/api/purchases/{id}', {
          params: { path: { id }, header: { 'If-Match': tagOf(version.current) } },
          body: draftOf(values),
        })
        version.current = await versionAfter(id, response)
        saved.current = JSON.stringify(values)
        queries.invalidateQueries({ queryKey: ['purchase', id] })
        queries.invalidateQueries({ queryKey: ['purchases'] })
        return true
      } catch (failure) {
        const after = await stateAfter(id, failure)
        blocked.current = after.kind === 'conflict' || after.kind === 'moved'
        setState(after)
        return false
      }
    },
    [id, queries],
  )

  /** Saves what is there now; true once the server has exactly what is on the screen. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    while (running.current !== null) await running.current
    if (blocked.current) return false
    const text = JSON.stringify(form.getValues())
    if (text === saved.current) {
      dropLocalCopy(id)
      setState((before) => (before.kind === 'saved' ? before : { kind: 'saved', at: new Date() }))
      return true
    }
    const values = JSON.parse(text) as DraftForm
    if (!draftShape.safeParse(values).success) {
      setState({ kind: 'held' })
      return false
    }
    running.current = put(values)
    const taken = await running.current
    running.current = null
    return taken && flush()
  }, [form, id, put])

  useEffect(() => {
    const keep = () =>
      keepLocally(id, { version: version.current, form: form.getValues(), at: new Date().toISOString() })
    const changed = form.subscribe({
      formState: { values: true },
      callback: () => {
        keep()
        if (blocked.current) return
        setState({ kind: 'typing' })
        clearTimeout(timer.current)
        timer.current = setTimeout(() => void flush(), REST_MS)
      },
    })
    // What was restored from this browser goes to the server at once.
    if (JSON.stringify(form.getValues()) !== saved.current) timer.current = setTimeout(() => void flush(), 0)
    return () => {
      changed()
      // Whoever leaves in the middle of a word has it saved all the same.
      void flush()
    }
  }, [form, id, flush])

  // The line was down: try by itself, and at once when the browser says that it is back.
  useEffect(() => {
    if (state.kind !== 'offline') return
    const again = () => void flush()
    const retry = setTimeout(again, AGAIN_MS)
    window.addEventListener('online', again)
    return () => {
      clearTimeout(retry)
      window.removeEventListener('online', again)
    }
  }, [state, flush])

  /** Mine over theirs, or theirs instead of mine: the user has seen both. */
  const settle = useCallback(
    (theirs: Purchase, keepMine: boolean) => {
      version.current = theirs.version
      saved.current = JSON.stringify(formOf(theirs))
      blocked.current = false
      setState({ kind: 'typing' })
      if (!keepMine) form.reset(formOf(theirs))
      return flush()
    },
    [form, flush],
  )

  return { state, flush, settle, version }
}

/** The new version stands in the answer's ETag; where a proxy dropped it, one more read tells it. */
async function versionAfter(id: string, response: Response): Promise<number> {
  const tag = /"(\d+)"/.exec(response.headers.get('ETag') ?? '')?.[1]
  return tag === undefined ? (await read(id)).version : Number(tag)
}

const read = (id: string) => answer(api.GET('/api/purchases/{id}', { params: { path: { id } } }))

async function stateAfter(id: string, failure: unknown): Promise<SaveState> {
  if (!(failure instanceof ProblemError)) return { kind: 'offline' }
  if (failure.status === 401) return { kind: 'signedOut' }
  if (failure.status === 404 || failure.status === 409) return { kind: 'moved' }
  if (failure.status === 412) {
    const theirs = await read(id).catch(() => null)
    if (theirs === null) return { kind: 'offline' }
    return theirs.state === 'DRAFT' ? { kind: 'conflict', theirs } : { kind: 'moved' }
  }
  return failure.status >= 400 && failure.status < 500 && failure.status !== 429
    ? { kind: 'refused', failure }
    : { kind: 'offline' }
}
