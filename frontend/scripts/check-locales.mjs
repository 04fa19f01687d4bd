// Fails when a language lacks a key, a text is empty, or a variable differs between the languages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('../src/locales/', import.meta.url).pathname
const languages = readdirSync(root).sort()
const PLURAL = /_(zero|one|two|few|many|other)$/

const flatten = (node, prefix = '') =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )

/** English wins where Chinese says 中标 or 成交, as the method is: there the sentence needs no word for it. */
const CHINESE_ONLY = 'won'

/** Base key → variables of all its forms; Chinese has one plural form where English has two. */
const read = (language, file) => {
  const words = new Map()
  for (const [key, value] of flatten(JSON.parse(readFileSync(join(root, language, file), 'utf8')))) {
    if (value.trim() === '') complaints.push(`${language}/${file}: ${key} is empty`)
    const base = key.replace(PLURAL, '')
    const variables = words.get(base) ?? new Set()
    for (const [, name] of value.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)) if (name !== CHINESE_ONLY) variables.add(name)
    words.set(base, variables)
  }
  return words
}

const complaints = []
const allFiles = new Set(languages.flatMap((language) => readdirSync(join(root, language))))
for (const file of allFiles) {
  const missing = languages.filter((language) => !readdirSync(join(root, language)).includes(file))
  if (missing.length > 0) {
    complaints.push(`${file} is missing in ${missing.join(', ')}`)
    continue
  }
  const [first, ...others] = languages.map((language) => [language, read(language, file)])
  for (const [language, words] of others) {
    for (const key of new Set([...first[1].keys(), ...words.keys()])) {
      const here = first[1].get(key)
      const there = words.get(key)
      if (here === undefined) complaints.push(`${first[0]}/${file}: ${key} is missing`)
      else if (there === undefined) complaints.push(`${language}/${file}: ${key} is missing`)
      else if ([...here].sort().join() !== [...there].sort().join())
        complaints.push(`${file}: ${key} has other variables in ${first[0]} and ${language}`)
    }
  }
}

/** Everybody is addressed with 您, the reader and the body that he or she acts for alike. */
for (const file of readdirSync(join(root, 'zh-CN'))) {
  for (const [key, value] of flatten(JSON.parse(readFileSync(join(root, 'zh-CN', file), 'utf8')))) {
    if (value.includes('你')) complaints.push(`zh-CN/${file}: ${key} says 你`)
  }
}

if (complaints.length > 0) {
  console.error(complaints.join('\n'))
  process.exit(1)
}
console.log(`words: ${allFiles.size} files agree in ${languages.join(' and ')}`)
