import { hex, sha256Hex } from '../../lib/bytes'
import { checkBoxes, EVENTS, GIVEN, OPENED } from './boxes'
import { Calls, SEALED, TEXTS } from './calls'
import { decidedElsewhere } from './elsewhere'
import type { Entered } from './entered'
import { type BundledAward, checkEvaluations } from './evaluations'
import { type BundleFault, INCOMPLETE } from './faults'
import { BundledHeads } from './heads'
import { checkKept } from './kept'
import { checkKeysets, ENROLLED, FROZEN, REPLACED, REVOKED } from './keysets'
import { openNote, readCheckpoint, type Verifier } from './note'
import { checkReceipt, commitmentOf, type Receipt, readReceipt } from './receipt'
import type { BundledBid } from './records'
import { checkResults } from './results'
import { members, type Said, text, within } from './said'
import { PASSED } from './seats'
import { SIGNER_ENROLLED, SIGNER_REVOKED } from './signed-acts'
import type { Files } from './zip'

export interface BundleFinding {
  fault: BundleFault
  /** A path in the bundle. */
  where: string
}

/** A notice whose text is what was entered. */
export interface BundledNotice {
  id: string
  number: string
  title: string
  publishedAt: string
}

export interface BundleResult {
  verdict: 'good' | 'tampered' | 'incomplete'
  findings: BundleFinding[]
  purchase: string
  size: number
  acts: number
  notices: BundledNotice[]
  bids: BundledBid[]
  awards: BundledAward[]
  /** Titles of lots whose bids were given on the statutory medium: of them there are only notices. */
  elsewhere: string[]
}

const FORMAT = 'goufu-bundle/1'
const PLAIN = ['bundle.json', 'key', 'checkpoint']
const ENTRIES = 'entries/'
const NOTICES = 'notices/'
const OF_NOBODY = [ENROLLED, REVOKED, SIGNER_ENROLLED, SIGNER_REVOKED]
/** Of no purchase, or entered while nobody may know of them: the purchase's other acts do not follow them. */
const UNCHAINED = [...OF_NOBODY, ...EVENTS, SEALED, 'SCORES_SIGNED']
/** What it can check; bids are looked at with the opening of their box, sheets with the award. */
const KNOWN = [
  ...TEXTS,
  ...OF_NOBODY,
  FROZEN,
  REPLACED,
  OPENED,
  SEALED,
  ...EVENTS,
  'DRAW_REQUESTED',
  PASSED,
  'SCORES_SIGNED',
  'SCORES_REVEALED',
  'AWARDED',
]

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const under = (files: Files, folder: string) => [...files.keys()].filter((path) => path.startsWith(folder)).sort()

/**
 * Derives again what a purchase says that a stranger took home (backend/docs/bundle.md), independently of the server: trusts one key,
 * and nothing that the bundle says of itself.
 *
 * @param kept receipts that somebody got when the acts were done: they must stand in the bundle
 */
export async function checkBundle(files: Files, trusted: Verifier, kept: Receipt[] = []): Promise<BundleResult> {
  const findings: BundleFinding[] = []
  const found = (fault: BundleFault, where: string) => findings.push({ fault, where })
  const result = (rest: Partial<BundleResult> = {}): BundleResult => ({
    purchase: '',
    size: 0,
    acts: 0,
    notices: [],
    bids: [],
    awards: [],
    elsewhere: [],
    ...rest,
    findings,
    verdict: verdictOf(findings),
  })

  const header = members(files.get('bundle.json'))
  const purchase = text(header, 'purchase') ?? ''
  if (text(header, 'format') !== FORMAT || purchase === '') {
    found('FORMAT', 'bundle.json')
    return result()
  }
  const note = decoder.decode(files.get('checkpoint') ?? Uint8Array.of())
  const signed = await openNote(note, trusted)
  if (signed === null) {
    found('SIGNATURE', 'checkpoint')
    return result()
  }
  const head = readCheckpoint(signed)
  if (head === null || head.origin !== trusted.name) {
    found('CHECKPOINT', 'checkpoint')
    return result()
  }

  const acts: Entered[] = []
  for (const path of under(files, ENTRIES)) {
    const receipt = readReceipt(decoder.decode(files.get(path)))
    if (receipt === null) {
      found('RECEIPT', path)
      continue
    }
    if (path !== `${ENTRIES}${receipt.index}.tlog-proof`) found('PLACE', path)
    if (receipt.note !== note) found('OTHER_HEAD', path)
    else if ((await checkReceipt(receipt, trusted)).fault !== null) found('ENTRY', path)
    const said = members(receipt.act)
    const kind = text(said, 'kind') ?? ''
    if (text(said, 'purchase') !== purchase && !OF_NOBODY.includes(kind)) found('OTHER_PURCHASE', path)
    acts.push({ path, receipt, said, kind, commitment: hex(await commitmentOf(receipt)) })
  }
  acts.sort((one, other) => one.receipt.index - other.receipt.index)
  for (const path of repeated(acts)) found('TWICE', path)
  if (acts.length === 0 && findings.length === 0) found('EMPTY', ENTRIES)
  for (const path of holes(acts.filter(({ kind }) => !UNCHAINED.includes(kind)))) found('HOLE', path)
  const ofNobody = acts.filter(({ kind }) => OF_NOBODY.includes(kind))
  for (const subject of new Set(ofNobody.map(({ said }) => text(said, 'subject'))))
    for (const path of holes(ofNobody.filter(({ said }) => text(said, 'subject') === subject))) found('HOLE', path)
  const notices = await checkNotices(files, acts, purchase, found)
  const calls = await Calls.read(files, acts)
  const keysets = await checkKeysets(files, acts, calls, found)
  const boxes = await checkBoxes(files, acts, calls, found)
  const heads = new BundledHeads(files, trusted, head, found)
  const evaluations = await checkEvaluations(files, acts, calls, heads, found)
  checkResults(calls, acts, evaluations.awards, found)
  await checkKept(kept, acts, { purchase, size: head.size, trusted, ofNobody: OF_NOBODY, blinded: UNCHAINED }, found)
  const looked = new Set([...keysets.known, ...boxes.known, ...evaluations.known])
  for (const path of files.keys())
    if (!PLAIN.includes(path) && !path.startsWith(ENTRIES) && !path.startsWith(NOTICES) && !looked.has(path))
      found('UNKNOWN', path)
  return result({
    purchase,
    size: head.size,
    acts: acts.length,
    notices,
    bids: boxes.bids,
    awards: evaluations.awards,
    elsewhere: await decidedElsewhere(files, acts, found),
  })
}

function verdictOf(findings: BundleFinding[]): BundleResult['verdict'] {
  if (findings.length === 0) return 'good'
  return findings.every(({ fault }) => INCOMPLETE.includes(fault)) ? 'incomplete' : 'tampered'
}

/** An envelope that replaces another one is given no less than the first. */
function repeated(acts: Entered[]): string[] {
  const seen = new Set<string>()
  return acts
    .filter(({ said, kind }) => {
      const name = `${GIVEN.includes(kind) ? GIVEN : kind} ${text(said, 'subject')}`
      const again = seen.has(name)
      seen.add(name)
      return again
    })
    .map(({ path }) => path)
}

/** Each open act names the one before it; only what was entered before acts did so has no such name. */
function holes(acts: Entered[]): string[] {
  const found: string[] = []
  let before = ''
  let chained = false
  for (const { path, said, commitment } of acts) {
    const follows = text(said, 'follows')
    chained ||= follows !== null
    if (chained && follows !== before) found.push(path)
    before = commitment
  }
  return found
}

async function checkNotices(
  files: Files,
  acts: Entered[],
  purchase: string,
  found: (fault: BundleFault, where: string) => void,
): Promise<BundledNotice[]> {
  const good: BundledNotice[] = []
  const entered = new Set<string>()
  for (const { path: entry, said, kind } of acts) {
    if (!KNOWN.includes(kind)) found('UNKNOWN', entry)
    if (!TEXTS.includes(kind)) continue
    const id = text(said, 'subject') ?? ''
    const path = `${NOTICES}${id}.json`
    entered.add(path)
    const bytes = files.get(path)
    const notice = members(bytes)
    if (bytes === undefined) found('NOTICE_MISSING', path)
    else if ((await sha256Hex(bytes)) !== text(said, 'digest')) found('NOTICE_CHANGED', path)
    else if (!agrees(said, notice, purchase)) found('NOTICE_DIFFERS', path)
    else
      good.push({
        id,
        number: text(notice, 'number') ?? '',
        title: text(notice, 'title') ?? '',
        publishedAt: text(notice, 'publishedAt') ?? '',
      })
  }
  for (const path of under(files, NOTICES)) if (!entered.has(path)) found('NOTICE_UNENTERED', path)
  return good
}

/** The kind was not yet entered with the earliest notices. */
const agrees = (said: Said, notice: Said, purchase: string) =>
  text(notice, 'purchaseId') === purchase &&
  ['number', 'publishedAt'].every((name) => text(notice, name) === text(said, name)) &&
  (!Object.hasOwn(said, 'type') || text(notice, 'type') === text(said, 'type')) &&
  (text(said, 'kind') !== 'NOTICE_CORRECTED' ||
    (text(within(notice, 'corrects'), 'digest') === text(said, 'corrects') &&
      text(notice, 'deadline') === text(said, 'deadline')))
