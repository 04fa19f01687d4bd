import { drawDigest, drawOrder, drawSeed } from '../../lib/draw'
import { isByScore } from '../../lib/ranking'
import type { Entered } from './entered'
import { type BundledHeads, sizeOf } from './heads'
import { type Said, same, text, texts, whole, within } from './said'
import { Seats } from './seats'

const DRAW_REQUESTED = 'DRAW_REQUESTED'

/** Who was drawn for the panel of a result: the candidates were entered before anybody could know the number that shuffled them. */
export class Draw {
  /** The entry of its candidates. */
  readonly requested: Entered | undefined
  private readonly said: Said

  constructor(
    private readonly result: Said,
    private readonly lot: string,
    private readonly acts: Entered[],
    private readonly heads: BundledHeads,
  ) {
    this.said = within(result, 'draw')
    const id = text(this.said, 'id')
    this.requested = acts.find(({ kind, said }) => kind === DRAW_REQUESTED && text(said, 'subject') === id)
  }

  /** @param panel how many sit at the end */
  async follows(panel: number): Promise<boolean> {
    const { requested } = this
    if (requested === undefined || !(await this.isOf(requested)) || !this.isLast(requested)) return false
    return new Seats(this.said, requested, this.acts).follow(panel)
  }

  private async isOf({ said, receipt }: Entered): Promise<boolean> {
    const head = within(this.said, 'head')
    const candidates = texts(this.said, 'candidates')
    const seed = text(this.said, 'seed') ?? ''
    const round = whole(this.said, 'round')
    // Whoever could choose the round afterwards could choose the panel.
    if (text(said, 'lot') !== this.lot || round === null || whole(said, 'round') !== round) return false
    if (whole(this.said, 'experts') !== whole(said, 'experts')) return false
    if (text(said, 'candidates') !== (await drawDigest(candidates))) return false
    if (sizeOf(head) <= receipt.index || !(await this.heads.isSigned(head))) return false
    if (seed !== (await drawSeed('panel', this.lot, round, text(head, 'root') ?? ''))) return false
    return texts(this.said, 'order').join() === (await drawOrder(candidates, seed)).join()
  }

  /** Whoever draws again is bound by it: nobody chooses between two panels. */
  private isLast(requested: Entered): boolean {
    return this.acts.every(
      ({ kind, said, receipt }) =>
        kind !== DRAW_REQUESTED || text(said, 'lot') !== this.lot || receipt.index <= requested.receipt.index,
    )
  }

  /** Without those of seats that changed hands afterwards, and of panels that were formed anew: they stay in the ledger, and do not count. */
  ofHolders(signed: Entered[]): Entered[] {
    if (this.requested === undefined) return signed
    const seats = new Seats(this.said, this.requested, this.acts)
    return signed.filter((one) => seats.isOfTheHolder(one))
  }

  /** Of the panel that holds: the first after its draw, so that nobody signs anew who has seen the points of others. */
  revealed(revelations: Entered[]): Entered | undefined {
    const drawn = this.requested?.receipt.index ?? -1
    return revelations.find(({ receipt }) => receipt.index > drawn)
  }

  /** Among equals drawn with a head that was signed when all points stood; where nothing is scored, with the panel's own. */
  async isTieDrawnLate(revelations: Entered[]): Promise<boolean> {
    const head = within(this.result, 'tieHead')
    if (!isByScore(text(this.result, 'method') ?? '')) return same(head, within(this.said, 'head'))
    const revealed = this.revealed(revelations)
    return revealed !== undefined && sizeOf(head) > revealed.receipt.index && (await this.heads.isSigned(head))
  }
}
