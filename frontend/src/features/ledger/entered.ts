import type { Receipt } from './receipt'
import type { Said } from './said'

/** An act of a bundle whose receipt could be read. */
export interface Entered {
  /** Of its receipt in the bundle. */
  path: string
  receipt: Receipt
  said: Said
  kind: string
  commitment: string
}
