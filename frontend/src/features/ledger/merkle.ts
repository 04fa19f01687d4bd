/** Merkle trees as RFC 9162 hashes and proves them; written for the browser alone, independently of the server. */
import { type Bytes, sha256 } from '../../lib/bytes'

export const leafHash = (entry: Bytes) => sha256(Uint8Array.of(0), entry)

export const nodeHash = (left: Bytes, right: Bytes) => sha256(Uint8Array.of(1), left, right)

export const same = (one: Bytes, other: Bytes) =>
  one.length === other.length && one.every((byte, place) => byte === other[place])

/** Halves what is counted in more than 32 bits. */
const half = (count: number) => Math.floor(count / 2)

/** RFC 9162 2.1.3.2: where the path leads from a leaf; null when it has not the right length. */
export async function rootOf(leaf: Bytes, index: number, size: number, path: Bytes[]): Promise<Bytes | null> {
  if (index < 0 || index >= size) return null
  let node = index
  let last = size - 1
  let root = leaf
  for (const hash of path) {
    if (last === 0) return null
    if (node % 2 === 1 || node === last) {
      root = await nodeHash(hash, root)
      while (node % 2 === 0 && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      root = await nodeHash(root, hash)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 ? root : null
}

/** RFC 9162 2.1.1, for trees whose leaves are all at hand. */
export async function treeHash(leaves: Bytes[]): Promise<Bytes> {
  const [first] = leaves
  if (first === undefined) return sha256()
  if (leaves.length === 1) return first
  const fork = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return nodeHash(await treeHash(leaves.slice(0, fork)), await treeHash(leaves.slice(fork)))
}

/** RFC 9162 2.1.4.2: whether the tree over `size` leaves is the one over `before` leaves with more at its end. */
export async function isConsistent(
  before: number,
  rootBefore: Bytes,
  size: number,
  root: Bytes,
  path: Bytes[],
): Promise<boolean> {
  if (before < 1 || before > size) return false
  if (before === size) return path.length === 0 && same(rootBefore, root)
  let node = before - 1
  let last = size - 1
  while (node % 2 === 1) {
    node = half(node)
    last = half(last)
  }
  const [first, ...rest] = node > 0 ? path : [rootBefore, ...path]
  if (first === undefined) return false
  let old = first
  let grown = first
  for (const hash of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      old = await nodeHash(hash, old)
      grown = await nodeHash(hash, grown)
      while (node % 2 === 0 && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      grown = await nodeHash(grown, hash)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 && same(old, rootBefore) && same(grown, root)
}
