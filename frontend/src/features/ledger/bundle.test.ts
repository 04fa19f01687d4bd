import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Bytes, ofPlainBase64, sha256, utf8 } from '../../lib/bytes'
import { checkBundle } from './bundle'
import { FAULTS } from './faults'
import { readVerifier } from './note'
import { readReceipt } from './receipt'
import { isZip, unzip } from './zip'

interface Vectors {
  key: string
  bundles: { name: string; zip: string; kept: string[]; findings: string[] }[]
}

/** The same file is read by the core that runs on the server. */
const vectors = JSON.parse(
  gunzipSync(readFileSync(join(process.cwd(), '../backend/src/test/resources/ledger/bundles.json.gz'))).toString(),
) as Vectors

const trusted = async () => {
  const key = await readVerifier(vectors.key)
  if (key === null) throw new Error('the key is not read')
  return key
}

const filesOf = async (zip: string) => {
  const files = await unzip(ofPlainBase64(zip) ?? Uint8Array.of())
  if (files === null) throw new Error('an archive is not read')
  return files
}

const receiptsOf = (kept: string[]) =>
  kept.map((text) => {
    const receipt = readReceipt(text)
    if (receipt === null) throw new Error('a receipt is not read')
    return receipt
  })

const tampered = vectors.bundles.filter(({ findings }) => findings.length > 0)
const honest = vectors.bundles.filter(({ findings }) => findings.length === 0)

test.each(tampered.map((one) => [one.name, one] as const))('%s is named as the server names it', async (_, one) => {
  const { findings, verdict } = await checkBundle(await filesOf(one.zip), await trusted(), receiptsOf(one.kept))
  expect(findings.map(({ fault, where }) => `${fault} ${where}`).sort()).toEqual([...one.findings].sort())
  expect(verdict).not.toBe('good')
})

test('every fault is provoked by some tampering', () => {
  const provoked = new Set(tampered.flatMap(({ findings }) => findings.map((finding) => finding.split(' ')[0])))
  expect(FAULTS.filter((fault) => !provoked.has(fault))).toEqual([])
})

/** Bids, keys and replacements of holders, or changed seats, beyond those of the others. */
const MORE: Readonly<Record<string, number>> = {
  'HONEST CORRECTION': 6,
  'HONEST REPLACEMENT OF HOLDERS': 10,
  'HONEST SUPERVISION': 1,
  'HONEST EARLIER HOLDERS': 2,
  'HONEST SEATS PASSED ON': 7,
  'HONEST OLDER ACTS OF KEYS': 5,
  'HONEST KEYS THAT CAME AND WENT': 4,
  'HONEST KEYS OF MEMBERS THAT CAME AND WENT': 6,
  'HONEST PANEL FORMED ANEW': 5,
  'HONEST OBJECTIVE ITEM': -1,
  'HONEST STAGES': 1,
}

test('two hundred honest bundles, a second run, low prices that were explained, a next candidate, a corrected call, other holders, seats that changed hands, a panel that was formed anew, prices last and kept receipts are not suspected', async () => {
  const key = await trusted()
  expect(honest).toHaveLength(218)
  for (const { name, zip, kept } of honest) {
    const { verdict, notices, bids, awards, acts } = await checkBundle(await filesOf(zip), key, receiptsOf(kept))
    expect(verdict, name).toBe('good')
    const [award] = awards
    // The draw and the award; where points count, four sheets and their disclosure.
    const evaluated = award === undefined ? 0 : award.scored ? 7 : 2
    // Three keys, and the keyset of them; three bidders' keys, those of two members, seven events, seal and opening. A panel that was formed anew, three seats that changed hands, and three sheets that count no more.
    const boxed = bids.length === 0 ? 0 : 18 + (MORE[name] ?? 0)
    expect(notices.length + boxed + evaluated, name).toBe(acts)
  }
})

test('a lot that was decided on the portal is told to have nothing but notices', async () => {
  const [one] = honest.filter(({ name }) => name === 'HONEST DECIDED ELSEWHERE')
  const { elsewhere, bids, awards } = await checkBundle(await filesOf(one?.zip ?? ''), await trusted())
  expect({ elsewhere, bids, awards }).toEqual({ elsewhere: ['社工站'], bids: [], awards: [] })
})

test('the prices that were read out are told', async () => {
  const boxes = honest.filter((_, round) => round % 4 === 3)
  for (const { zip } of boxes.slice(0, 5)) {
    const { bids } = await checkBundle(await filesOf(zip), await trusted())
    expect(bids.map(({ bidder, totalFen }) => [bidder, totalFen])).toEqual([
      [expect.stringMatching(/^[^、]+、[^、]+、[^、]+$/), 9_300_000],
      ['试验社工中心', 9_200_000],
    ])
  }
})

test('what is no archive, or a damaged one, is not read as one', async () => {
  const whole = ofPlainBase64(honest[0]?.zip ?? '') ?? Uint8Array.of()
  for (const wrong of [utf8(''), utf8('hello'), utf8('PK'), whole.slice(0, 200), whole.slice(50), whole.slice(0, -30)])
    expect(await unzip(wrong)).toBeNull()
  expect(isZip(whole)).toBe(true)
  expect(isZip(utf8('c2sp.org/tlog-proof@v1'))).toBe(false)
})

test('compressed files are unpacked, a path that stands twice is refused', async () => {
  const content = utf8('购服'.repeat(500))
  const files = await unzip(zipOf([['a', content]]))
  expect(await sha256(files?.get('a') ?? Uint8Array.of())).toEqual(await sha256(content))
  expect(
    await unzip(
      zipOf([
        ['a', content],
        ['a', content],
      ]),
    ),
  ).toBeNull()
})

/** As a program writes it that compresses; without check sums, which are not read. */
function zipOf(files: [string, Bytes][]): Bytes {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(content.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, Buffer.from(name))
    parts.push(local, Buffer.from(name), packed)
    at += local.length + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}
