import { type Bytes, sha256Hex, utf8 } from '../../lib/bytes'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import { isSigned } from './p256'
import { bytesOf, flag, list, members, type Said, text, texts } from './said'
import { type SealedPrice, sealedPriceOf } from './sealed-price'
import type { Files } from './zip'

/** What was done to a key by which a body signs. */
export const SIGNER_ENROLLED = 'SIGNING_KEY_ENROLLED'
export const SIGNER_REVOKED = 'SIGNING_KEY_REVOKED'

export const BIDS = 'bids/'
const NO_BYTES: Bytes = new Uint8Array()

/**
 * Derives again that each act on a bid is its bidder's own: what was given is what the act names, and was signed by a key that stood in
 * the ledger before it as one of that very body, with nothing left out that was done to the key until the opening.
 */
export class SignedActs {
  readonly known = new Set<string>()
  /** What was given, by envelope; only what its act names. */
  readonly given = new Map<string, SealedPrice>()
  /** Digests of what was published. */
  private readonly notices: Set<string | null>
  private readonly ofKeys = new Map<string, Entered[]>()
  /** The first of each lot. */
  private readonly openings = new Map<string, Entered>()
  /** Of which key it was said already that the opening overlooks an act. */
  private readonly overlooked = new Set<string>()

  constructor(
    private readonly files: Files,
    acts: Entered[],
    private readonly found: (fault: BundleFault, where: string) => void,
  ) {
    this.notices = new Set(acts.map(({ said }) => text(said, 'digest')))
    for (const act of acts) {
      if (act.kind !== SIGNER_ENROLLED && act.kind !== SIGNER_REVOKED) continue
      const key = text(act.said, 'subject') ?? ''
      this.ofKeys.set(key, [...(this.ofKeys.get(key) ?? []), act])
    }
  }

  /** All that happened in the box of a lot: once, however many stages the lot was opened in. */
  async check(opening: Entered, events: Entered[]) {
    const lot = text(opening.said, 'lot') ?? ''
    if (this.openings.has(lot)) return
    this.openings.set(lot, opening)
    const signers = new Set<string>()
    for (const act of events) {
      const { message, path } = await this.signed(act)
      this.known.add(path)
      const file = this.files.get(path)
      if (file === undefined) {
        this.found('SIGNATURE_MISSING', path)
        continue
      }
      const signature = members(file)
      signers.add(text(signature, 'key') ?? '')
      await this.signature(act, message, signature, path)
    }
    this.rests(opening, signers)
  }

  private async signed(act: Entered): Promise<{ message: Bytes; path: string }> {
    const envelope = text(act.said, 'subject') ?? ''
    const folder = `${BIDS}${envelope}/`
    if (act.kind === 'BID_WITHDRAWN')
      return { message: utf8(`goufu-withdraw/1|${envelope}`), path: `${folder}withdrawal` }
    return { message: await this.manifest(act, `${folder}manifest`), path: `${folder}signature` }
  }

  /** No bytes where they are not those that the act names. */
  private async manifest({ said }: Entered, path: string): Promise<Bytes> {
    this.known.add(path)
    const bytes = this.files.get(path)
    if (bytes === undefined) {
      this.found('MANIFEST_MISSING', path)
      return NO_BYTES
    }
    if ((await sha256Hex(bytes)) !== text(said, 'manifest')) {
      this.found('MANIFEST_CHANGED', path)
      return NO_BYTES
    }
    const sealed = await sealedPriceOf(bytes)
    const envelope = text(said, 'subject') ?? ''
    this.given.set(envelope, sealed)
    const notice = text(sealed.core, 'noticeHash')
    const own =
      text(sealed.core, 'envelopeId') === envelope &&
      text(sealed.core, 'lotId') === text(said, 'lot') &&
      text(sealed.core, 'orgId') === text(said, 'body')
    if (!own || notice === null || !this.notices.has(notice)) this.found('BID_DIFFERS', path)
    return bytes
  }

  private async signature(act: Entered, message: Bytes, signature: Said, path: string) {
    const ofKey = this.ofKeys.get(text(signature, 'key') ?? '') ?? []
    const enrolled = ofKey.find(({ kind }) => kind === SIGNER_ENROLLED)
    if (enrolled === undefined) return this.found('SIGNER_UNENTERED', path)
    const { index } = act.receipt
    // Of one of before the ledger knew of such keys the place tells nothing of since when it was there.
    if (enrolled.receipt.index > index)
      this.found(flag(enrolled.said, 'earlier') ? 'SIGNER_EARLIER' : 'SIGNER_UNENTERED', path)
    if ((text(enrolled.said, 'body') ?? '') !== (text(act.said, 'body') ?? '')) this.found('SIGNER_DIFFERS', path)
    if (ofKey.some(({ kind, receipt }) => kind === SIGNER_REVOKED && receipt.index < index))
      this.found('SIGNER_REVOKED', path)
    // Of what is missing or was changed that was said already.
    if (message.length === 0) return
    if (!(await isSigned(message, bytesOf(signature, 'signature'), bytesOf(enrolled.said, 'pub'))))
      this.found('SIGNATURE_WRONG', path)
  }

  /**
   * By which keys the members of a consortium signed its agreement: each by one of its own, that stood in the ledger when the box was
   * sealed, and that no bid rests on once it was revoked (decision 42).
   *
   * @param where the bid in its record
   */
  agreement(shown: Said, given: Entered, seal: Entered, where: string) {
    const signers = new Set<string>()
    for (const member of list(shown, 'members')) {
      const key = text(member, 'signer')
      if (key !== null) signers.add(key)
      const fault = this.memberFault(member, key, given, seal)
      if (fault !== null) this.found(fault, `${where}/${text(member, 'body') ?? ''}`)
    }
    const opening = this.openings.get(text(given.said, 'lot') ?? '')
    if (opening !== undefined) this.rests(opening, signers)
  }

  private memberFault(member: Said, key: string | null, given: Entered, seal: Entered): BundleFault | null {
    // Records of before did not say by which key of the ledger.
    if (key === null) return 'SIGNER_EARLIER'
    const ofKey = this.ofKeys.get(key) ?? []
    const enrolled = ofKey.find(({ kind }) => kind === SIGNER_ENROLLED)
    if (enrolled === undefined) return 'SIGNER_UNENTERED'
    if (text(enrolled.said, 'body') !== text(member, 'body')) return 'SIGNER_DIFFERS'
    if (text(enrolled.said, 'pub') !== text(member, 'key')) return 'SIGNATURE_WRONG'
    if (ofKey.some(({ kind, receipt }) => kind === SIGNER_REVOKED && receipt.index < given.receipt.index))
      return 'SIGNER_REVOKED'
    if (enrolled.receipt.index < seal.receipt.index) return null
    return flag(enrolled.said, 'earlier') ? 'SIGNER_EARLIER' : 'SIGNER_UNENTERED'
  }

  private rests(opening: Entered, signers: Set<string>) {
    const rests = new Set(texts(opening.said, 'rests'))
    for (const key of signers) {
      const last = this.ofKeys.get(key)?.findLast(({ receipt }) => receipt.index < opening.receipt.index)
      const where = `${opening.path}#${key}`
      if (last === undefined || rests.has(last.commitment) || this.overlooked.has(where)) continue
      this.overlooked.add(where)
      this.found('SIGNER_ACTS_DIFFER', where)
    }
  }
}
