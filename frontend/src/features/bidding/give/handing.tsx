import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../../lib/paths'
import { hasStatus, saidBy } from '../../../lib/problem'
import { ActionLink, Button } from '../../../ui/button'
import { ErrorSummary } from '../../../ui/error-summary'
import { FormSection } from '../../../ui/form-section'
import { useToast } from '../../../ui/toast'
import { ciphertextOf } from '../opening/ciphertext'
import { saveBlob } from '../save-file'
import { type Envelope, idOf, type Read } from './envelope'
import styles from './give.module.css'
import { rememberReadBack } from './kept-envelope'
import { useGive } from './mutations'
import { ReadBack } from './read-back'
import { WhatWasSealed } from './what-was-sealed'

interface HandingProps {
  envelope: Envelope
  /** Of the first step. */
  number: number
  account: string
  /** Whether the bidder read it again before the page was gone. */
  readBack?: boolean
  onGiven: () => void
}

/** What follows the sealing: the bid is read again from the saved file, then given. */
export function Handing({ envelope, number, account, readBack = false, onGiven }: HandingProps) {
  const { t } = useTranslation('bid')
  const toast = useToast()
  const [read, setRead] = useState<Read | null>(null)
  const [sent, setSent] = useState(0)
  const give = useGive(envelope.lot, account)
  const signedOut = hasStatus(give.error, 401)
  const looked = (found: Read) => {
    setRead(found)
    rememberReadBack(envelope)
  }
  return (
    <>
      <FormSection
        arrives
        number={number}
        title={t('section.back')}
        lead={t(envelope.recovery === null ? 'kept.backLead' : 'section.backLead')}
      >
        {readBack && read === null && <p>{t('kept.readBack')}</p>}
        {read === null ? <ReadBack envelope={envelope} onRead={looked} /> : <WhatWasSealed read={read} />}
        <p className={styles.ways}>
          <Button weight="quiet" onClick={() => keepCopy(envelope)}>
            {t('copy.save')}
          </Button>
          <span className={styles.quiet}>{t('copy.why')}</span>
        </p>
      </FormSection>
      {(read !== null || readBack) && (
        <FormSection number={number + 1} title={t('section.give')} lead={t('section.giveLead')}>
          <ErrorSummary
            errors={
              give.isError ? [{ message: signedOut ? t('signInAgain') : saidBy(give.error, t('sendingCut')) }] : []
            }
          />
          {signedOut && (
            <p>
              <ActionLink weight="ghost" to={paths.signIn(paths.giveBid(envelope.lot))}>
                {t('signIn')}
              </ActionLink>
            </p>
          )}
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
