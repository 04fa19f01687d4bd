import { type Bytes, sha256Hex, utf8 } from '../../lib/bytes'
import { isSigned } from './p256'
import { bytesOf, list, members, type Said, text, texts, whole, within } from './said'

const hashed = (said: Said, name: string) => sha256Hex(utf8(text(said, name) ?? ''))

/**
 * Whether the agreement of a consortium (goufu-consortium/1) that a record shows is the one that the envelope names, and signed by
 * everyone whom the record names; a bid that counts has every signature.
 */
export async function isAgreed(shown: Said, core: Said, counts: boolean): Promise<boolean> {
  const document = bytesOf(shown, 'document')
  const said = members(document)
  const lead = text(core, 'orgId') ?? ''
  const bodies = list(said, 'members').map((member) => text(member, 'body') ?? '')
  const behind = bodies.filter((body) => body !== lead)
  const signers = list(shown, 'members')
  const names = signers.map((member) => text(member, 'body') ?? '')
  const agrees =
    (await sha256Hex(document)) === text(core, 'rosterHash') &&
    text(said, 'format') === 'goufu-consortium/1' &&
    text(said, 'lot') === text(core, 'lotId') &&
    text(said, 'lead') === lead &&
    behind.length + 1 === bodies.length &&
    behind.join() === texts(core, 'actingFor').join() &&
    (await hashed(shown, 'terms')) === text(said, 'terms') &&
    new Set(names).size === names.length &&
    (!counts || names.length === bodies.length)
  if (!agrees) return false
  for (const signer of signers) if (!(await hasSigned(signer, list(said, 'members'), document))) return false
  return true
}

/** A member of the document, with the very name, work and share that stand in it. */
async function hasSigned(signer: Said, said: Said[], document: Bytes): Promise<boolean> {
  const [name, work] = [await hashed(signer, 'name'), await hashed(signer, 'work')]
  const named = said.some(
    (one) =>
      text(one, 'body') === text(signer, 'body') &&
      text(one, 'name') === name &&
      text(one, 'work') === work &&
      whole(one, 'share') === whole(signer, 'share'),
  )
  return named && (await isSigned(document, bytesOf(signer, 'signature'), bytesOf(signer, 'key')))
}

/** Who gave a bid, as the record names it: alone, or together. */
export function bidderOf(bid: Said): string {
  const together = list(within(bid, 'consortium'), 'members').map((member) => text(member, 'name') ?? '')
  return together.length > 0 ? together.join('、') : (text(within(bid, 'body'), 'name') ?? '')
}
