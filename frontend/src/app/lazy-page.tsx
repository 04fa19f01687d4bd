import type { ComponentType } from 'react'
import type { Role } from '../api/types'
import { loadWords } from '../lib/i18n'
import { Gate } from './gate'

type Load = () => Promise<{ default: ComponentType }>

/** A route that travels with its words: `lazy: page(() => import('./routes/x'), ['x'])`. */
export const page =
  (load: Load, words: string[] = []) =>
  async () => {
    const [module] = await Promise.all([load(), loadWords(...words)])
    return { Component: module.default }
  }

/** The same for those who hold one of the roles; others are asked to sign in or told whose page it is. */
export const pageFor =
  (roles: Role[], load: Load, words: string[] = []) =>
  async () => {
    const { Component } = await page(load, words)()
    return {
      Component: () => (
        <Gate roles={roles}>
          <Component />
        </Gate>
      ),
    }
  }
