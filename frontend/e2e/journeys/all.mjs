import { administrator } from './administrator.mjs'
import { beforehand } from './beforehand.mjs'
import { bid } from './bid.mjs'
import { consortium } from './consortium.mjs'
import { correction } from './correction.mjs'
import { designated } from './designated.mjs'
import { evaluation } from './evaluation.mjs'
import { federationBid } from './federation-bid.mjs'
import { filing } from './filing.mjs'
import { holder } from './holder.mjs'
import { keyboard } from './keyboard.mjs'
import { membership } from './membership.mjs'
import { kept, mend } from './mend.mjs'
import { offline } from './offline.mjs'
import { opening } from './opening.mjs'
import { pool } from './pool.mjs'
import { portalResult } from './portal-result.mjs'
import { purchase } from './purchase.mjs'
import { registrar } from './registrar.mjs'
import { remedy } from './remedy.mjs'
import { reseal } from './reseal.mjs'
import { staged } from './staged.mjs'
import { statutory } from './statutory.mjs'
import { told } from './told.mjs'
import { unlawful } from './unlawful.mjs'
import { verdicts } from './verdicts.mjs'
import { visitor } from './visitor.mjs'
import { walk } from './walk.mjs'

/** In this order: what the officer publishes, the others are told of and find; last what moves the clock. */
export const journeys = {
  purchase,
  told,
  correction,
  statutory,
  verdicts,
  beforehand,
  bid,
  'federation-bid': federationBid,
  membership,
  filing,
  remedy,
  visitor,
  offline,
  keyboard,
  unlawful,
  registrar,
  holder,
  pool,
  administrator,
  walk,
  reseal,
  consortium,
  kept,
  opening,
  evaluation,
  staged,
  mend,
  designated,
  'portal-result': portalResult,
}
