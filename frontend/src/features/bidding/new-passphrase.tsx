import { useState } from 'react'
import type { FieldError } from '../../ui/error-summary'
import { TextField } from '../../ui/field'

/** Of letters. */
export const SHORTEST = 12

interface Words {
  label: string
  hint: string
  again: string
  short: string
  different: string
}

/** A passphrase that is chosen now and typed twice: nobody can restore it. */
export function useNewPassphrase(own: string, words: Words) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const ids = { passphrase: `${own}-passphrase`, again: `${own}-again` }
  const check = (): FieldError[] => {
    if (passphrase.length < SHORTEST) return [{ field: ids.passphrase, message: words.short }]
    return passphrase === again ? [] : [{ field: ids.again, message: words.different }]
  }
  const fields = (problems: FieldError[]) => {
    const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
    return (
      <>
        <TextField
          id={ids.passphrase}
          type="password"
          autoComplete="new-password"
          label={words.label}
          hint={words.hint}
          value={passphrase}
          error={errorOf(ids.passphrase)}
          onChange={({ target }) => setPassphrase(target.value)}
        />
        <TextField
          id={ids.again}
          type="password"
          autoComplete="new-password"
          label={words.again}
          value={again}
          error={errorOf(ids.again)}
          onChange={({ target }) => setAgain(target.value)}
        />
      </>
    )
  }
  return { passphrase, check, fields }
}
