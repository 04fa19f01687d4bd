import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opening, OwnAtOpening } from '../../../api/types'
import { dateTime } from '../../../lib/format'
import { ProblemError } from '../../../lib/problem'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { ErrorSummary, type FieldError } from '../../../ui/error-summary'
import { FileField } from '../../../ui/file-field'
import { useToast } from '../../../ui/toast'
import styles from '../form.module.css'
import { SecretForm } from '../secret-form'
import { useGiveKeys, usePresent } from './mutations'

const WHY: Partial<Record<NonNullable<OwnAtOpening['reason']>, 'remedy.lost' | 'remedy.failed'>> = {
  CIPHERTEXT_LOST: 'remedy.lost',
  PLATFORM_FAILED: 'remedy.failed',
}

/** What was not the bidder's fault it mends with what it kept: the recovery file, or the copy of the ciphertext. */
export function Remedy({ opening, bid }: { opening: Opening; bid: OwnAtOpening }) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const until = opening.remedyUntil === null ? '' : dateTime(opening.remedyUntil, language)
  return (
    <>
      <h3>{t('remedy.title')}</h3>
      <p>{t(WHY[bid.reason ?? 'HOLDERS_MISSING'] ?? 'remedy.holders', { until })}</p>
      {bid.reason === 'HOLDERS_MISSING' ? (
        <Keys opening={opening} bid={bid.id} />
      ) : (
        <Present lot={opening.lotId} bid={bid.id} />
      )}
    </>
  )
}

function Keys({ opening, bid }: { opening: Opening; bid: string }) {
  const { t } = useTranslation('opening')
  const say = useToast()
  const opens = (segment: string) => {
    const priced = segment === 'price' || segment === 'allocation'
    return opening.stage === 'TECHNICAL' ? !priced : !opening.staged || priced
  }
  const give = useGiveKeys(opening.lotId, opens)
  return (
    <SecretForm
      label={t('remedy.file')}
      hint={t('remedy.fileHint')}
      send={t('remedy.open')}
      busy={give.isPending}
      onSend={async (file, passphrase) => {
        await give.mutateAsync({ bid, file: new Uint8Array(await file.arrayBuffer()), passphrase })
        say({ text: t('remedy.given') })
      }}
    />
  )
}

function Present({ lot, bid }: { lot: string; bid: string }) {
  const { t } = useTranslation('opening')
  const say = useToast()
  const present = usePresent(lot)
  const [copy, setCopy] = useState<File | null>(null)
  const [problems, setProblems] = useState<FieldError[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setProblems(copy === null ? [{ field: 'ciphertext-copy', message: t('remedy.copyMissing') }] : [])
    if (copy === null || present.isPending) return
    present.mutate(
      { bid, copy },
      {
        onSuccess: () => say({ text: t('remedy.given') }),
        onError: (failure) =>
          setProblems([
            failure instanceof ProblemError
              ? { message: failure.message }
              : { field: 'ciphertext-copy', message: t('remedy.otherCopy') },
          ]),
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={problems} />
      <FileField
        id="ciphertext-copy"
        label={t('remedy.copy')}
        hint={t('remedy.copyHint')}
        error={problems.find(({ field }) => field === 'ciphertext-copy')?.message}
        chosen={copy?.name}
        onChoose={([file]) => setCopy(file ?? null)}
      />
      <Button type="submit" busy={present.isPending}>
        {t('remedy.present')}
      </Button>
    </form>
  )
}
