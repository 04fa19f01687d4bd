import { useSyncExternalStore } from 'react'
import { recall, remember } from './storage'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const theme = (): Theme => THEMES.find((candidate) => candidate === recall('theme')) ?? 'system'
const elder = () => recall('size') === 'elder'

/** The colours and the text size, kept in this browser; `public/mode.js` sets them before the first paint. */
export function useModes() {
  return {
    theme: useSyncExternalStore(subscribe, theme),
    elder: useSyncExternalStore(subscribe, elder),
  }
}

export function chooseTheme(chosen: Theme) {
  remember('theme', chosen)
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
  for (const listener of listeners) listener()
}

export function chooseElder(on: boolean) {
  remember('size', on ? 'elder' : 'standard')
  if (on) document.documentElement.dataset.mode = 'elder'
  else delete document.documentElement.dataset.mode
  for (const listener of listeners) listener()
}
