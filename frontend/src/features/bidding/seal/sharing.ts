import { type Bytes, joined, randomBytes, sha256Hex, utf8, xorInto } from '../../../lib/bytes'
import { sealTo } from './hpke'
import type { Keyset } from './keyset'
import { KEY_LENGTH, type Share } from './manifest'
import { split } from './shamir'

/** What a share is for: it opens for nothing else. */
export const shareInfo = (coreHash: Bytes, segment: string, group: string) =>
  joined(utf8('goufu-seal/1|'), coreHash, utf8(`${segment}|${group}`))

export const shareAad = (kid: string, x: number) => joined(utf8(kid), Uint8Array.of(x))

/** By which a bad share names its holder, or its bidder. */
export const shareHash = (coreHash: Bytes, segment: string, group: string, x: number, value: Bytes) =>
  sha256Hex(utf8('goufu-seal/1 sh'), coreHash, utf8(`${segment}|${group}|`), Uint8Array.of(x), value)

/** Divides a new key among the holders: the groups' secrets make it together, and the members of a group make theirs. */
export async function shared({ groups }: Keyset, coreHash: Bytes, segment: string) {
  const cek = new Uint8Array(KEY_LENGTH)
  const shares: Share[] = []
  for (const group of groups) {
    const secret = randomBytes(KEY_LENGTH)
    xorInto(cek, secret)
    const parts = split(secret, group.k, group.members.length)
    for (const [place, { kid, pub }] of group.members.entries()) {
      const value = parts[place] as Bytes
      const x = place + 1
      shares.push({
        group: group.id,
        kid,
        x,
        box: await sealTo(pub, shareInfo(coreHash, segment, group.id), shareAad(kid, x), value),
        hash: await shareHash(coreHash, segment, group.id, x, value),
      })
    }
  }
  return { cek, shares }
}
