import { cleanup, configure } from '@testing-library/react'
import i18next from 'i18next'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { chooseLanguage, startLanguage } from '../lib/i18n'
import { FakeEventSource } from './event-source'
import { server } from './server'

// A page comes lazily, and a busy machine takes its time; waiting longer costs nothing where all is well.
configure({ asyncUtilTimeout: 15_000 })

// What jsdom lacks and the browser has.
window.matchMedia = (query) => Object.assign(new EventTarget(), { matches: false, media: query }) as MediaQueryList
window.scrollTo = () => undefined
window.EventSource = FakeEventSource as unknown as typeof EventSource
Element.prototype.scrollIntoView = () => undefined
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
}

beforeAll(async () => {
  server.listen({ onUnhandledFrame: 'error' })
  // Once: to start again would drop the words that lazy parts of pages, kept from the file before, have brought.
  if (i18next.isInitialized) await chooseLanguage('zh-CN')
  else await startLanguage('zh-CN')
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
  vi.restoreAllMocks()
  vi.useRealTimers()
})
afterAll(() => server.close())
