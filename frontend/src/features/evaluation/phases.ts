import type { EvaluationPhase } from '../../api/types'

/** Points were revealed and nothing is decided: nobody takes a seat any more, and whoever cannot go on is excused. */
export const REVEALED: EvaluationPhase[] = ['AWAITING_PRICES', 'PRICING', 'RANKED', 'PROPOSED']

/** Nobody has found yet whether the bids comply: none is said to count. */
export const UNREVIEWED: EvaluationPhase[] = ['FORMING', 'DECLARING', 'QUALIFYING', 'REVIEWING']

/** Nothing came of the lot: too few bids were left, or the department terminated it. */
export const cameToNothing = (phase: EvaluationPhase) => phase === 'FAILED' || phase === 'ENDED'

/** The lot was awarded, or nothing came of it. */
export const isOver = (phase: EvaluationPhase) => phase === 'AWARDED' || cameToNothing(phase)

/** The panel has nothing to do any more: only a relation can still be told. */
export const AFTER_THE_PANEL: EvaluationPhase[] = ['RANKED', 'PROPOSED']
