import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformNow } from '../../../lib/clock'
import { Button } from '../../../ui/button'
import { FormSection } from '../../../ui/form-section'
import type { Content } from '../seal/sealer'
import { type Envelope, envelopeId, sealed } from './envelope'
import { Handing } from './handing'
import { keepEnvelope } from './kept-envelope'
import { type Holders, provenHolders, type Trust } from './proven-holders'
import { biddingOf, keptOf } from './queries'
import { SealForm } from './seal-form'
import { whyUnsealed } from './why-unsealed'

/** The bid as it goes into the envelope. */
export interface Contents {
  parts: Content[]
  /** The groups that a federation names, and the hash of what it says of them. */
  actingFor: string[]
  rosterHash: string
}

interface SealingProps {
  contents: Contents
  /** Of the first step. */
  number: number
  draft: { lotId: string; noticeHash: string; orgId: string; replaces: string | null }
  account: string
  trust: Trust
  onBack: () => void
  onGiven: () => void
}

/** Of a bid without groups there is nothing to say of groups. */
export const NO_ROSTER = '0'.repeat(64)

/** Three steps that cannot be left out: seal, read again from the saved file, give. */
export function Sealing({
  contents: { parts, actingFor, rosterHash },
  number,
  draft,
  account,
  trust,
  onBack,
  onGiven,
}: SealingProps) {
  const { t } = useTranslation('bid')
  const queries = useQueryClient()
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [envelope, setEnvelope] = useState<Envelope | null>(null)
  const [holders, setHolders] = useState<Holders | null>(null)
  const whole = parts.reduce((sum, { blob }) => sum + blob.size, 0)
  const { replaces, ...bound } = draft
  const doSeal = async (passphrase: string) => {
    setFailure(null)
    setShare(0)
    const core = {
      ...bound,
      envelopeId: envelopeId(platformNow().getTime()),
      actingFor,
      rosterHash,
      ...(replaces === null ? {} : { replaces }),
    }
    try {
      const proven = await provenHolders(draft.lotId, trust)
      setHolders(proven)
      const made = await sealed(core, parts, passphrase, proven, (bytes) => setShare(Math.min(1, bytes / whole)))
      const closesAt = queries.getQueryData(biddingOf(draft.lotId).queryKey)?.deadline
      await keepEnvelope(made, platformNow(), closesAt)
      // What was offered before is overwritten now.
      queries.setQueryData(keptOf(draft.orgId, draft.lotId).queryKey, null)
      setEnvelope(made)
    } catch (refused) {
      setFailure(whyUnsealed(refused, t))
    } finally {
      setShare(null)
    }
  }
  return (
    <>
      <p>
        <Button weight="quiet" onClick={onBack}>
          {t('backToForm')}
        </Button>
      </p>
      <FormSection arrives number={number} title={t('section.seal')} lead={t('section.sealLead')}>
        {envelope === null ? (
          <SealForm busy={share !== null} share={share ?? 0} failure={failure} onSeal={doSeal} />
        ) : (
          <p role="status">{t(holders?.proven ? 'seal.done' : 'seal.doneUnproven', { count: holders?.keys ?? 0 })}</p>
        )}
      </FormSection>
      {envelope !== null && <Handing envelope={envelope} number={number + 1} account={account} onGiven={onGiven} />}
    </>
  )
}
