import type { AskedShare } from '../../../api/types'
import { type Bytes, base64, ofBase64, ofHex } from '../../../lib/bytes'
import { malformed, SealError } from '../seal/fault'
import { type KeyPair, openBox } from '../seal/hpke'
import { openHolderKey, readSecretFile } from '../seal/passphrase-file'
import { shareAad, shareHash, shareInfo } from '../seal/sharing'

/** A share as its holder gives it; null where the bidder made one that this key does not open. */
export interface GivenShare {
  bid: string
  segment: string
  value: string | null
}

/** The file is of another key than the one that the lot is sealed to. */
export const OTHER_KEY = 'another key'

export async function keyOf(file: Bytes, kid: string, passphrase: string): Promise<KeyPair> {
  const secret = readSecretFile(file)
  if (secret.about !== kid) throw new SealError('SHARE', OTHER_KEY)
  return openHolderKey(secret, passphrase)
}

/** Opens shares with a holder's key; `tell` hears how many are done. */
export async function openShares(keys: KeyPair, asked: AskedShare[], tell: (done: number) => void) {
  const given: GivenShare[] = []
  for (const share of asked) {
    given.push({ bid: share.bid, segment: share.segment, value: await opened(keys, share) })
    tell(given.length)
  }
  return given
}

async function opened(keys: KeyPair, { segment, group, x, coreHash, enc, ciphertext, hash }: AskedShare) {
  const core = ofHex(coreHash)
  const box = { enc: ofBase64(enc), ciphertext: ofBase64(ciphertext) }
  if (box.enc === null || box.ciphertext === null) throw malformed('a share')
  try {
    const value = await openBox(keys, shareInfo(core, segment, group), shareAad(keys.kid, x), {
      enc: box.enc,
      ciphertext: box.ciphertext,
    })
    return (await shareHash(core, segment, group, x, value)) === hash ? base64(value) : null
  } catch (failure) {
    if (failure instanceof SealError) return null
    throw failure
  }
}
