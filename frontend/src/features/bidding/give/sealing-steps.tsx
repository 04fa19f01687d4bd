import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformNow } from '../../../lib/clock'
import { Button } from '../../../ui/button'
import { ErrorSummary } from '../../../ui/error-summary'
import { FormSection } from '../../../ui/form-section'
import { useToast } from '../../../ui/toast'
import { ciphertextOf } from '../opening/ciphertext'
import { saveBlob } from '../save-file'
import type { Content } from '../seal/sealer'
import { type Envelope, envelopeId, idOf, type Read, sealed } from './envelope'
import styles from './give.module.css'
import { useGive } from './mutations'
import { type Holders, provenHolders, type Trust, UnprovenKey } from './proven-holders'
import { ReadBack } from './read-back'
import { SealForm } from './seal-form'
import { WhatWasSealed } from './what-was-sealed'

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
  const toast = useToast()
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [envelope, setEnvelope] = useState<Envelope | null>(null)
  const [holders, setHolders] = useState<Holders | null>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [sent, setSent] = useState(0)
  const give = useGive(draft.lotId, account)
  const whole = parts.reduce((sum, { blob }) => sum + blob.size, 0)
  const { replaces, ...bound } = draft
  const wordsFor = (refused: unknown) => {
    if (refused instanceof UnprovenKey) return t('seal.unproven')
    return refused instanceof Error ? refused.message : t('seal.failed')
  }
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
      setEnvelope(await sealed(core, parts, passphrase, proven, (bytes) => setShare(Math.min(1, bytes / whole))))
    } catch (refused) {
      setFailure(wordsFor(refused))
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
      <FormSection number={number} title={t('section.seal')} lead={t('section.sealLead')}>
        {envelope === null ? (
          <SealForm busy={share !== null} share={share ?? 0} failure={failure} onSeal={doSeal} />
        ) : (
          <p role="status">{t(holders?.proven ? 'seal.done' : 'seal.doneUnproven', { count: holders?.keys ?? 0 })}</p>
        )}
      </FormSection>
      {envelope !== null && (
        <FormSection number={number + 1} title={t('section.back')} lead={t('section.backLead')}>
          {read === null ? <ReadBack envelope={envelope} onRead={setRead} /> : <WhatWasSealed read={read} />}
          <p className={styles.ways}>
            <Button weight="quiet" onClick={() => keepCopy(envelope)}>
              {t('copy.save')}
            </Button>
            <span className={styles.quiet}>{t('copy.why')}</span>
          </p>
        </FormSection>
      )}
      {envelope !== null && read !== null && (
        <FormSection number={number + 2} title={t('section.give')} lead={t('section.giveLead')}>
          <ErrorSummary errors={give.isError ? [{ message: give.error.message }] : []} />
          <p className={styles.ways}>
            <Button
              busy={give.isPending}
              onClick={() =>
                give.mutate(
                  { envelope, tell: setSent },
                  {
                    onSuccess: () => {
                      toast({ text: t('given') })
                      onGiven()
                    },
                  },
                )
              }
            >
              {t('give')}
            </Button>
          </p>
          {give.isPending && <progress value={sent} max={1} aria-label={t('sending')} />}
        </FormSection>
      )}
    </>
  )
}

/** All ciphertext in one file: with it the bidder presents its bid again, should the platform lose it. */
const keepCopy = (envelope: Envelope) =>
  saveBlob(`goufu-${idOf(envelope)}.goufubid`, ciphertextOf(envelope.manifest, envelope.chunks))
