import { administrator } from './administrator.mjs'
import { keyboard } from './keyboard.mjs'
import { purchase } from './purchase.mjs'
import { told } from './told.mjs'
import { unlawful } from './unlawful.mjs'
import { visitor } from './visitor.mjs'

/** In this order: what the officer publishes, the others are told of and find. */
export const journeys = { purchase, told, visitor, keyboard, unlawful, administrator }
