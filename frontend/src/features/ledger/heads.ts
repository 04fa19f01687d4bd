import { hex } from '../../lib/bytes'
import type { BundleFault } from './faults'
import { openNote, readCheckpoint, type Verifier } from './note'
import { type Said, text, whole } from './said'
import type { Files } from './zip'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export const sizeOf = (head: Said) => whole(head, 'size') ?? -1

/** Heads of the ledger whose roots seeds were made of: numbers that nobody could choose, since the ledger signed them. */
export class BundledHeads {
  readonly known = new Set<string>()

  /** @param size of the ledger under the bundle's head */
  constructor(
    private readonly files: Files,
    private readonly trusted: Verifier,
    private readonly size: number,
    private readonly found: (fault: BundleFault, where: string) => void,
  ) {}

  /** Whether the ledger signed it, and not behind the bundle's head; true also where its file is missing, which is named. */
  async isSigned(head: Said): Promise<boolean> {
    if (sizeOf(head) > this.size) return false
    const path = `heads/${sizeOf(head)}.checkpoint`
    this.known.add(path)
    const note = this.files.get(path)
    if (note === undefined) {
      this.found('HEAD_MISSING', path)
      return true
    }
    const signed = readCheckpoint((await openNote(decoder.decode(note), this.trusted)) ?? '')
    return (
      signed !== null &&
      signed.origin === this.trusted.name &&
      signed.size === sizeOf(head) &&
      hex(signed.root) === text(head, 'root')
    )
  }
}
