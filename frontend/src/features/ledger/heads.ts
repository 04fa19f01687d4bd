import { hex } from '../../lib/bytes'
import type { BundleFault } from './faults'
import { isConsistent } from './merkle'
import { type Checkpoint, openNote, readCheckpoint, readPath, type Verifier } from './note'
import { type Said, text, whole } from './said'
import type { Files } from './zip'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export const sizeOf = (head: Said) => whole(head, 'size') ?? -1

/** Heads of the ledger whose roots seeds were made of: numbers that nobody could choose, since the ledger signed them and grew from them. */
export class BundledHeads {
  readonly known = new Set<string>()

  /** @param last the bundle's own head */
  constructor(
    private readonly files: Files,
    private readonly trusted: Verifier,
    private readonly last: Checkpoint,
    private readonly found: (fault: BundleFault, where: string) => void,
  ) {}

  /** Whether the ledger signed it and begins with it; true also where its file, or the proof, is missing, which is named. */
  async isSigned(head: Said): Promise<boolean> {
    if (sizeOf(head) > this.last.size) return false
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
      hex(signed.root) === text(head, 'root') &&
      (await this.isBegun(signed))
    )
  }

  /** Whoever has the ledger's key can sign any number as its head, but not prove that it grew from it. */
  private async isBegun(signed: Checkpoint): Promise<boolean> {
    const path = `heads/${signed.size}.consistency`
    this.known.add(path)
    const file = this.files.get(path)
    if (file === undefined) {
      this.found('HEAD_UNPROVEN', path)
      return true
    }
    const proof = readPath(decoder.decode(file))
    return proof !== null && isConsistent(signed.size, signed.root, this.last.size, this.last.root, proof)
  }
}
