import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, done } from '../../lib/api'
import { base64, ofBase64, utf8 } from '../../lib/bytes'
import { holderKeys } from '../../lib/holders'
import { malformed, SealError } from './seal/fault'
import { type KeyPair, newKeyPair, openBox } from './seal/hpke'
import { openHolderKey, readSecretFile, writeHolderKey } from './seal/passphrase-file'

function useStep<V, R>(step: (values: V) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSettled: () => queries.invalidateQueries({ queryKey: holderKeys.queryKey }),
  })
}

/** Makes a key in this browser; only its public half leaves it. The answer is the file that the passphrase opens. */
export const useNewKey = () =>
  useStep(async (passphrase: string) => {
    const keys = await newKeyPair()
    const file = await writeHolderKey(keys, passphrase)
    await answer(api.POST('/api/holder-keys', { body: { publicKey: base64(keys.publicKey) } }))
    return { kid: keys.kid, file }
  })

interface Tried {
  id: string
  kid: string
  file: File
  passphrase: string
}

/** Opens a dummy envelope with the key of a file: a proof at first, later a rehearsal. */
export const useOpenTest = () =>
  useStep(async ({ id, kid, file, passphrase }: Tried) => {
    const secret = readSecretFile(new Uint8Array(await file.arrayBuffer()))
    if (secret.about !== kid) throw new OtherKey('SHARE', 'another key')
    const keys = await openHolderKey(secret, passphrase)
    const challenge = await answer(api.POST('/api/holder-keys/{id}/challenges', { params: { path: { id } } }))
    const opened = await openChallenge(keys, challenge)
    await done(
      api.POST('/api/holder-keys/{id}/challenges/{challengeId}/answer', {
        params: { path: { id, challengeId: challenge.id } },
        body: { answer: base64(opened) },
      }),
    )
    return challenge.purpose
  })

/** The file is of another key than the one that is tried. */
export class OtherKey extends SealError {}

function openChallenge(keys: KeyPair, { id, enc, ciphertext }: { id: string; enc: string; ciphertext: string }) {
  const box = { enc: ofBase64(enc), ciphertext: ofBase64(ciphertext) }
  if (box.enc === null || box.ciphertext === null) throw malformed('a challenge')
  return openBox(keys, utf8(`goufu-seal/1 test|${id}`), utf8(keys.kid), { enc: box.enc, ciphertext: box.ciphertext })
}

export const useApproveKey = () =>
  useStep((id: string) => done(api.POST('/api/holder-keys/{id}/approval', { params: { path: { id } } })))

export const useRevokeKey = () =>
  useStep((id: string) => done(api.POST('/api/holder-keys/{id}/revocation', { params: { path: { id } } })))

export const useWantSupervision = () =>
  useStep((wanted: boolean) => done(api.POST('/api/holder-keys/supervision', { body: { wanted } })))
