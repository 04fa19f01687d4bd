import { sha256Hex } from '../../lib/bytes'
import type { Calls } from './calls'
import type { Entered } from './entered'
import type { BundleFault } from './faults'
import { flag, list, members, type Said, text, texts, whole, within } from './said'
import type { Files } from './zip'

/** The acts by which the bids of a lot are sealed to holders, and to others from then on. */
export const FROZEN = 'KEYSET_FROZEN'
export const REPLACED = 'KEYSET_REPLACED'
export const ENROLLED = 'KEY_ENROLLED'
export const REVOKED = 'KEY_REVOKED'

const KEYSETS = 'keysets/'
const DEPARTMENT = 'department'

const ofLot = (acts: Entered[], sought: string, lot: string | null) =>
  acts.filter(({ kind, said }) => kind === sought && text(said, 'lot') === lot)

/** Frozen before the ledger knew of keysets: then the place of the act tells nothing. */
const isEarlier = ({ said }: Entered) => flag(said, 'earlier')

/** Digest of the document that bids for a lot had to be sealed to at a place of the ledger; null before one was entered. */
export function keysetAt(acts: Entered[], lot: string | null, index: number): string | null {
  const [first] = ofLot(acts, FROZEN, lot)
  if (first === undefined || (first.receipt.index >= index && !isEarlier(first))) return null
  const last = ofLot(acts, REPLACED, lot)
    .filter(({ receipt }) => receipt.index < index)
    .at(-1)
  return text((last ?? first).said, 'keyset') ?? ''
}

/** Replacements of others than held until then. */
function brokenReplacements(acts: Entered[]): Entered[] {
  const held = new Map<string, string | null>()
  return acts.filter(({ kind, said }) => {
    if (kind !== REPLACED) return false
    const lot = text(said, 'lot') ?? ''
    const [first] = ofLot(acts, FROZEN, lot)
    const before = held.has(lot) ? held.get(lot) : text(first?.said ?? {}, 'keyset')
    held.set(lot, text(said, 'keyset'))
    return before !== text(said, 'replaced')
  })
}

const isOfKey = ({ kind }: Entered) => kind === ENROLLED || kind === REVOKED

/**
 * Keys of a document of which something is missing that was done to them before it was entered: its act names the last act of each, in the
 * document's order. What was entered before acts of keys named their predecessors says nothing of them.
 */
function differingKeys(acts: Entered[], keyset: Entered, groups: Said[]): string[] {
  const rests = texts(keyset.said, 'rests')
  const earlier = acts.filter(({ receipt }) => receipt.index < keyset.receipt.index)
  const named = earlier.some((act) =>
    isOfKey(act) ? Object.hasOwn(act.said, 'follows') : texts(act.said, 'rests').length > 0,
  )
  if (rests.length === 0 && !named) return []
  return groups
    .flatMap((group) => list(group, 'members'))
    .map((key) => text(key, 'kid') ?? '')
    .filter((kid, at) => {
      const last = earlier.findLast((act) => isOfKey(act) && (text(act.said, 'kid') ?? '') === kid)
      return (rests[at] ?? '') !== (last?.commitment ?? '')
    })
}

type Found = (fault: BundleFault, where: string) => void

/**
 * Derives again who opens the bids: that the documents to which they are sealed are those that were entered, that each key in them had
 * been enrolled for its very group and not revoked, with nothing left out that was done to it, and that as many of each group are needed as the call demands.
 */
export async function checkKeysets(files: Files, acts: Entered[], calls: Calls, found: Found) {
  const check = new KeysetCheck(files, acts, calls, found)
  for (const act of acts) if (act.kind === FROZEN || act.kind === REPLACED) await check.document(act)
  for (const { path } of brokenReplacements(acts)) found('KEYSET_DIFFERS', path)
  const documents = [...files.keys()].filter((path) => path.startsWith(KEYSETS))
  for (const path of documents) if (!check.known.has(path)) found('KEYSET_UNENTERED', path)
  return { known: new Set(documents) }
}

class KeysetCheck {
  readonly known = new Set<string>()

  constructor(
    private readonly files: Files,
    private readonly acts: Entered[],
    private readonly calls: Calls,
    private readonly found: Found,
  ) {}

  async document(act: Entered) {
    const path = `${KEYSETS}${text(act.said, 'subject') ?? ''}.json`
    this.known.add(path)
    const bytes = this.files.get(path)
    if (bytes === undefined) return this.found('KEYSET_MISSING', path)
    if ((await sha256Hex(bytes)) !== text(act.said, 'keyset')) return this.found('KEYSET_CHANGED', path)
    const groups = list(members(bytes), 'groups')
    const call = this.calls.held(text(act.said, 'lot') ?? '') ?? {}
    if (!followRules(groups, call)) this.found('GROUPS_DIFFER', act.path)
    for (const kid of differingKeys(this.acts, act, groups)) this.found('KEY_ACTS_DIFFER', `${act.path}#${kid}`)
    const department = text(within(call, DEPARTMENT), 'id')
    for (const group of groups)
      for (const key of list(group, 'members')) this.key(act, text(group, 'id') ?? '', key, department)
  }

  private key(keyset: Entered, group: string, key: Said, department: string | null) {
    const kid = text(key, 'kid') ?? ''
    const where = `${keyset.path}#${kid}`
    const enrolled = this.before(keyset, ENROLLED, kid).some(
      ({ said }) =>
        text(said, 'group') === group &&
        text(said, 'pub') === text(key, 'pub') &&
        (group !== DEPARTMENT || department === null || text(said, DEPARTMENT) === department),
    )
    if (!enrolled) this.found('KEY_UNENROLLED', where)
    // Of a keyset whose place says nothing it cannot be told which came first.
    if (this.before(keyset, REVOKED, kid).length > 0) this.found(isEarlier(keyset) ? 'UNKNOWN' : 'KEY_REVOKED', where)
  }

  private before(keyset: Entered, sought: string, kid: string): Entered[] {
    return this.acts.filter(
      ({ kind, said, receipt }) =>
        kind === sought && receipt.index < keyset.receipt.index && (text(said, 'kid') ?? '') === kid,
    )
  }
}

/**
 * Below the purchase limit one person of the department opens with the platform, and a supervisor where the call says so or the
 * department wished; above it two persons of the department, the platform and a supervisor. No key counts twice.
 */
function followRules(groups: Said[], call: Said): boolean {
  const kids = groups.flatMap((group) => list(group, 'members')).map((key) => text(key, 'kid'))
  if (new Set(kids).size < kids.length) return false
  const method = text(call, 'method')
  if (method === null) return true
  const below = method.startsWith('BT_')
  const supervised = !below || flag(call, 'supervisedOpening')
  const least = `department ${below ? 1 : 2},platform 1`
  const needed = groups.map((group) => `${text(group, 'id')} ${whole(group, 'k')}`).join()
  return needed === `${least},supervision 1` || (!supervised && needed === least)
}
