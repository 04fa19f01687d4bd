/** Why something sealed is refused; the same words as the server's. */
export type Fault =
  | 'MALFORMED'
  | 'SIGNATURE'
  | 'KEYSET'
  | 'CHUNK'
  | 'SHARE'
  | 'SHARE_HASH'
  | 'QUORUM'
  | 'COMMIT'
  | 'CONTENT'
  | 'PADDING'
  | 'PASSPHRASE'

export class SealError extends Error {
  override readonly name = 'SealError'

  constructor(
    readonly fault: Fault,
    detail = '',
  ) {
    super(`${fault}: ${detail}`)
  }
}

export const malformed = (detail: string) => new SealError('MALFORMED', detail)
