import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import commonZh from '../locales/zh-CN/common.json'
import { recall, remember } from './storage'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One file per feature and language; each travels with the route that needs it, those of `files` with their field. */
const files = import.meta.glob<{ default: Record<string, unknown> }>([
  '../locales/*/*.json',
  '!../locales/*/files.json',
])

export const language = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN')

const needed = new Set<string>(['common'])
let started = () => {}
/** A route may ask for its words before the language stands: both start at once, the words wait. */
const ready = new Promise<void>((resolve) => {
  started = resolve
})

/** The words of a fixed namespace come with the shell; the others through `withWords` of a route. */
export async function loadWords(...namespaces: string[]) {
  await ready
  const wanted = namespaces.filter((namespace) => !i18next.hasResourceBundle(language(), namespace))
  const chosen = language()
  await Promise.all(
    wanted.map(async (namespace) => {
      const load = files[`../locales/${chosen}/${namespace}.json`]
      if (load === undefined) throw new Error(`No words for ${namespace} in ${chosen}`)
      i18next.addResourceBundle(chosen, namespace, (await load()).default)
      needed.add(namespace)
    }),
  )
}

export async function startLanguage(chosen: Language = recall('language') === 'en' ? 'en' : 'zh-CN') {
  await i18next.use(initReactI18next).init({
    lng: chosen,
    fallbackLng: false,
    defaultNS: 'common',
    // The shell's own words in the usual language come along: one journey less before the first paint.
    resources: { 'zh-CN': { common: commonZh } },
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  started()
  await loadWords('common')
  document.documentElement.lang = chosen
}

/** Loads the other language's words for every screen seen so far, then switches without a reload. */
export async function chooseLanguage(chosen: Language) {
  remember('language', chosen)
  const before = language()
  if (chosen === before) return
  await Promise.all(
    [...needed].map(async (namespace) => {
      const load = files[`../locales/${chosen}/${namespace}.json`]
      if (load !== undefined) i18next.addResourceBundle(chosen, namespace, (await load()).default)
    }),
  )
  await i18next.changeLanguage(chosen)
  document.documentElement.lang = chosen
}
