import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownKey } from '../../../api/types'
import { utf8 } from '../../../lib/bytes'
import { dateTime, inFours } from '../../../lib/format'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { ConfirmDialog } from '../../../ui/confirm-dialog'
import { Mark, Strip } from '../../../ui/strip'
import { useToast } from '../../../ui/toast'
import styles from '../keys.module.css'
import type { Proved } from '../opening/chain'
import { saveFile } from '../save-file'
import { provedOf, useRevokeSigningKey } from './queries'
import type { Standing } from './standing'

interface SigningKeyCardProps {
  one: KnownKey
  /** Whether it lies in this browser. */
  here: boolean
  organization: string
  proved: Proved
}

/** A key that signs or signed in the body's name: whose it is, what it signed, and what this browser found in the ledger. */
export function SigningKeyCard({ one, here, organization, proved }: SigningKeyCardProps) {
  const { t } = useTranslation('keys')
  const language = useLanguage()
  const { data: found, isError } = useQuery(provedOf(one, organization, proved))
  const at = (time: string | null) => (time === null ? '' : dateTime(time, language))
  return (
    <li data-row className={styles.card} data-state={one.holds ? undefined : 'REVOKED'}>
      <p className={styles.owner}>
        <b>{one.holder ?? t('signing.nobody')}</b>
        <span>
          <Mark tone={one.holds ? 'met' : 'not'} /> {t(one.holds ? 'signing.holds' : 'signing.ended')}
        </span>
        {here && <span>{t('signing.here')}</span>}
        {!here && one.own && <span>{t('signing.own')}</span>}
      </p>
      {one.holder === null && <Strip tone="not">{t('signing.nobodyWhat')}</Strip>}
      {one.fingerprint !== null && (
        <p className={styles.finger}>
          <span>{t('fingerprint')}</span> <code>{inFours(one.fingerprint)}</code>
        </p>
      )}
      <p>{t('signing.signed', { bids: one.bids, agreements: one.agreements })}</p>
      <ul className={styles.acts}>
        <Act
          words={
            one.enrolledAt === null ? t('signing.enrolledNever') : t('signing.enrolled', { at: at(one.enrolledAt) })
          }
          standing={found?.enrolment}
          failed={isError}
          file={`goufu-key-${one.id}.tlog-proof`}
          receipt={found?.receipts.enrolment ?? null}
        />
        {one.revokedAt !== null && (
          <Act
            words={t('signing.revoked', { at: at(one.revokedAt) })}
            standing={found?.revocation ?? undefined}
            failed={isError}
            file={`goufu-key-${one.id}-end.tlog-proof`}
            receipt={found?.receipts.revocation ?? null}
          />
        )}
      </ul>
      {one.holds && <Revoke one={one} here={here} />}
    </li>
  )
}

const TONE = { PROVED: 'met', MISSING: 'unknown', WRONG: 'not', UNKNOWN: 'unknown' } as const

interface ActProps {
  /** What was done, and when. */
  words: string
  standing: Standing | undefined
  failed: boolean
  file: string
  receipt: string | null
}

/** What was done to a key, with what the ledger holds of it. */
function Act({ words, standing, failed, file, receipt }: ActProps) {
  const { t } = useTranslation('keys')
  return (
    <li>
      <p>{words}</p>
      {standing === undefined && <p className={styles.history}>{t(failed ? 'signing.failed' : 'signing.checking')}</p>}
      {standing !== undefined && (
        <p className={styles.history}>
          <Mark tone={TONE[standing.state]} />{' '}
          {standing.state === 'PROVED'
            ? t('signing.standing.PROVED', { place: standing.index + 1 })
            : t(`signing.standing.${standing.state}`)}
        </p>
      )}
      {receipt !== null && (
        <Button weight="quiet" onClick={() => saveFile(file, utf8(receipt))}>
          {t('signing.save')}
        </Button>
      )}
    </li>
  )
}

function Revoke({ one, here }: { one: KnownKey; here: boolean }) {
  const { t } = useTranslation('keys')
  const toast = useToast()
  const revoke = useRevokeSigningKey()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  return (
    <>
      <p className={styles.deeds}>
        <Button weight="quiet" onClick={() => setAsked(true)}>
          {t('revoke.do')}
        </Button>
      </p>
      <ConfirmDialog
        open={asked}
        title={t('signing.revoke.title', { holder: one.holder })}
        send={t('revoke.yes')}
        keep={t('cancel')}
        busy={revoke.isPending}
        refusal={revoke.error?.message}
        onSend={() =>
          revoke.mutate(one.id, {
            onSuccess: () => {
              close()
              toast({ text: t('signing.revoke.done') })
            },
          })
        }
        onClose={close}
      >
        <p>{t(here ? 'signing.revoke.here' : 'signing.revoke.what')}</p>
      </ConfirmDialog>
    </>
  )
}
