import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { FederationClosure } from '../../api/types'
import { paths } from '../../lib/paths'
import { hasStatus } from '../../lib/problem'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Select, TextArea } from '../../ui/field'
import { useToast } from '../../ui/toast'
import styles from './federation.module.css'
import { useClosure } from './mutations'
import { Refused } from './refused'

type Ending = FederationClosure['endings'][number]

/** What becomes of the legal person, and why; when the consequences changed meanwhile they are read again first. */
export function ClosingForm({ closure }: { closure: FederationClosure }) {
  const { t } = useTranslation('federation')
  const navigate = useNavigate()
  const say = useToast()
  const close = useClosure()
  const [ending, setEnding] = useState<Ending | ''>(closure.endings.length === 1 ? (closure.endings[0] ?? '') : '')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = {
    ending: tried && ending === '' ? t('close.missing.ending') : undefined,
    reason: tried && reason.trim() === '' ? t('close.missing.reason') : undefined,
  }
  const changed = hasStatus(close.error, 412)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (ending === '' || reason.trim() === '' || close.isPending) return
    close.mutate(
      { id: closure.federation.id, version: closure.version, ending, reason },
      {
        onSuccess: () => {
          say({ text: t('close.done', { name: closure.federation.name }) })
          navigate(paths.newFederation({ street: closure.street.code }))
        },
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <h2>{t('close.how')}</h2>
      <ErrorSummary
        errors={(['ending', 'reason'] as const).flatMap((field) =>
          missing[field] === undefined ? [] : [{ field, message: missing[field] }],
        )}
      />
      {changed ? (
        <ErrorSummary title={t('close.changed')} errors={[{ message: t('close.changedDo') }]} />
      ) : (
        <Refused failure={close.error} />
      )}
      <Select
        id="ending"
        label={t('close.ending')}
        error={missing.ending}
        value={ending}
        onChange={(event) => setEnding(event.target.value as Ending)}
      >
        <option value="">{t('close.choose')}</option>
        {closure.endings.map((one) => (
          <option key={one} value={one}>
            {t(`close.as.${one}`)}
          </option>
        ))}
      </Select>
      <TextArea
        id="reason"
        label={t('close.reason')}
        hint={t('close.reasonHint')}
        error={missing.reason}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className={styles.mandate}>
        {t('close.sum', { name: closure.federation.name, count: closure.members.length })}
      </p>
      <div>
        <Button type="submit" busy={close.isPending}>
          {t('close.send')}
        </Button>
        <Button weight="quiet" onClick={() => navigate(paths.keptBody(closure.federation.id))}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
