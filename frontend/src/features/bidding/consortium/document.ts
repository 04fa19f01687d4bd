import type { ConsortiumAgreement } from '../../../api/types'
import { type Bytes, sha256Hex, utf8 } from '../../../lib/bytes'
import { write } from '../seal/canonical'

/**
 * goufu-consortium/1: the exact bytes that a member signs, made again of what stands on the page. So nobody can have another text signed
 * than the one that is read.
 */
export async function documentOf(lot: string, { lead, members, terms }: ConsortiumAgreement): Promise<Bytes> {
  const hashOf = (text: string) => sha256Hex(utf8(text))
  const sorted = [...members].sort((one, other) => (one.body.id < other.body.id ? -1 : 1))
  return write({
    format: 'goufu-consortium/1',
    lot,
    lead: lead.id,
    members: await Promise.all(
      sorted.map(async ({ body, work, share }) => ({
        body: body.id,
        name: await hashOf(body.name),
        work: await hashOf(work),
        share,
      })),
    ),
    terms: await hashOf(terms),
  })
}
