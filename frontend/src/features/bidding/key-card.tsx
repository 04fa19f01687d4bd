import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HolderKey } from '../../api/types'
import { date, inFours } from '../../lib/format'
import { regionOf } from '../../lib/reference'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Mark } from '../../ui/strip'
import styles from './keys.module.css'
import { useApproveKey, useRevokeKey } from './mutations'

type Deed = 'approve' | 'revoke'

const TONES = { PROPOSED: 'unknown', PROVEN: 'unknown', ENROLLED: 'met', REVOKED: 'not' } as const

/** A key with its owner, its fingerprint to compare, and what the caller may do about it. */
export function KeyCard({ one }: { one: HolderKey }) {
  const { t } = useTranslation('keys')
  const language = useLanguage()
  const [deed, setDeed] = useState<Deed | null>(null)
  const approvable = one.state === 'PROVEN' && !one.mine
  const day = (at: string | null) => (at === null ? '' : date(at, language))
  return (
    <li data-row className={styles.card} data-state={one.state}>
      <p className={styles.owner}>
        <b>{one.owner}</b>
        <span>
          <Mark tone={TONES[one.state]} /> {t(`state.${one.state}`)}
        </span>
      </p>
      {one.regionCode !== null && <Supervised code={one.regionCode} />}
      <p className={styles.finger}>
        <span>{t('fingerprint')}</span> <code>{inFours(one.kid)}</code>
      </p>
      <p className={styles.history}>
        {t('made', { at: day(one.proposedAt) })}
        {one.enrolledAt !== null && ` · ${t('enrolled', { at: day(one.enrolledAt), by: one.approver })}`}
        {one.revokedAt !== null && ` · ${t('revoked', { at: day(one.revokedAt) })}`}
      </p>
      {one.state === 'ENROLLED' && (
        <p className={styles.rehearsal} data-late={!one.rehearsed || undefined}>
          {one.rehearsedAt !== null &&
            t(one.rehearsed ? 'rehearsed' : 'rehearsedLongAgo', { at: day(one.rehearsedAt) })}
          {one.rehearsedAt === null && t('neverRehearsed')}
        </p>
      )}
      {one.state !== 'REVOKED' && (
        <p className={styles.deeds}>
          {approvable && <Button onClick={() => setDeed('approve')}>{t('approve.do')}</Button>}
          <Button weight="quiet" onClick={() => setDeed('revoke')}>
            {t('revoke.do')}
          </Button>
        </p>
      )}
      <DeedDialog one={one} deed={deed} onClose={() => setDeed(null)} />
    </li>
  )
}

/** Whose purchases the key of a supervisor opens. */
function Supervised({ code }: { code: string }) {
  const { t } = useTranslation('keys')
  const { data } = useQuery({ ...regionOf(code), retry: false })
  return <p className={styles.history}>{t('supervises', { region: data?.name ?? code })}</p>
}

function DeedDialog({ one, deed, onClose }: { one: HolderKey; deed: Deed | null; onClose: () => void }) {
  const { t } = useTranslation('keys')
  const approve = useApproveKey()
  const revoke = useRevokeKey()
  const act = deed === 'approve' ? approve : revoke
  if (deed === null) return null
  return (
    <Dialog
      open
      title={t(`${deed}.title`, { owner: one.owner })}
      onClose={onClose}
      actions={
        <>
          <Button
            weight={deed === 'approve' ? 'primary' : 'danger'}
            busy={act.isPending}
            onClick={() => act.mutate(one.id, { onSuccess: onClose })}
          >
            {t(`${deed}.yes`)}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      {act.isError && (
        <p role="alert" className={styles.wrong}>
          {act.error.message}
        </p>
      )}
      <p>{t(`${deed}.what`, { owner: one.owner })}</p>
      <p className={styles.compare}>
        <code>{inFours(one.kid)}</code>
      </p>
    </Dialog>
  )
}
