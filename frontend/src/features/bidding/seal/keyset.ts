import { type Bytes, base64, sha256Hex } from '../../../lib/bytes'
import { Fields, read, type Value, write } from './canonical'
import { malformed } from './fault'
import { isPublicKey, kidOf, PUBLIC_LENGTH } from './hpke'

export const SUITE = 'S1'
export const GROUP_ID = /^[a-z]{1,20}$/
export const KID = /^[0-9a-f]{32}$/

const LARGEST = 64 * 1024
const MOST_GROUPS = 6
const MOST_MEMBERS = 20

export interface Member {
  kid: string
  pub: Bytes
}

/** Of the members `k` are needed; the one at place i has the share of x = i + 1. */
export interface Group {
  id: string
  k: number
  members: Member[]
}

/** Who must open together: all groups. */
export interface Keyset {
  groups: Group[]
}

const member = (value: Value): Member => {
  const fields = new Fields(value, ['kid', 'pub'])
  return { kid: fields.text('kid', KID), pub: fields.bytes('pub', PUBLIC_LENGTH, PUBLIC_LENGTH) }
}

const group = (value: Value): Group => {
  const fields = new Fields(value, ['id', 'k', 'members'])
  const members = fields.list('members', 1, MOST_MEMBERS, member)
  return { id: fields.text('id', GROUP_ID), k: fields.number('k', 1, members.length), members }
}

export async function readKeyset(bytes: Uint8Array): Promise<Keyset> {
  if (bytes.length > LARGEST) throw malformed('a keyset is shorter')
  const fields = new Fields(read(bytes), ['groups', 'suite'])
  fields.is('suite', SUITE)
  const groups = fields.list('groups', 1, MOST_GROUPS, group)
  const members = groups.flatMap((one) => one.members)
  if (new Set(groups.map(({ id }) => id)).size !== groups.length) throw malformed('a group twice')
  if (new Set(members.map(({ kid }) => kid)).size !== members.length) throw malformed('a key twice')
  for (const { kid, pub } of members) {
    if (!(await isPublicKey(pub)) || (await kidOf(pub)) !== kid) throw malformed('a key')
  }
  return { groups }
}

export const writeKeyset = ({ groups }: Keyset) =>
  write({
    suite: SUITE,
    groups: groups.map(({ id, k, members }) => ({
      id,
      k,
      members: members.map(({ kid, pub }) => ({ kid, pub: base64(pub) })),
    })),
  })

/** As envelopes name it. */
export const keysetHash = (document: Bytes) => sha256Hex(document)
