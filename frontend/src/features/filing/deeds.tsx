import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Filing, FilingAct } from '../../api/types'
import { paths } from '../../lib/paths'
import { ActionLink, Button, type Weight } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary } from '../../ui/error-summary'
import { TextArea } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useToast } from '../../ui/toast'
import { ContactSlip } from './contact-slip'
import styles from './filing.module.css'
import { type Deed, useDeed, useSubmission } from './mutations'

const DEEDS: Partial<Record<FilingAct, { deed: Deed; weight: Weight }>> = {
  SUPPORTED: { deed: 'support', weight: 'primary' },
  OPPOSED: { deed: 'oppose', weight: 'ghost' },
  FILED: { deed: 'approve', weight: 'primary' },
  RETURNED: { deed: 'return', weight: 'ghost' },
  CONFIRMED: { deed: 'confirm', weight: 'primary' },
  DORMANT: { deed: 'sleep', weight: 'ghost' },
  REVOKED: { deed: 'revoke', weight: 'danger' },
  CANCELLED: { deed: 'cancel', weight: 'ghost' },
  CONFIRMATION_ASKED: { deed: 'ask', weight: 'primary' },
  CHANGE_ASKED: { deed: 'wish', weight: 'ghost' },
}
/** What is done with nothing to explain. */
const WORDLESS: Deed[] = ['approve']

/** What the caller can do now; the server says what that is. */
export function Deeds({ filing }: { filing: Filing }) {
  const { t } = useTranslation('filing')
  const [open, setOpen] = useState<Deed | null>(null)
  const order = Object.keys(DEEDS) as FilingAct[]
  const deeds = order
    .filter((act) => filing.may.includes(act))
    .map((act) => DEEDS[act] as { deed: Deed; weight: Weight })
  return (
    <section className={styles.aside} aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      <p>{t(`waits.${filing.state}`)}</p>
      <div className={styles.acts}>
        {filing.may.includes('SUBMITTED') && <Submit filing={filing} />}
        {filing.may.includes('REGISTERED') && (
          <ActionLink to={paths.registerGroup(filing.id)}>{t('register.go')}</ActionLink>
        )}
        {filing.state === 'REGISTERED' && (
          <ActionLink weight="ghost" to={paths.organization(filing.id)}>
            {t('registeredAs')}
          </ActionLink>
        )}
        {filing.may.includes('CONTACT_INVITED') && <ContactSlip filing={filing} />}
        {filing.may.includes('CHANGED') && (
          <ActionLink weight="ghost" to={paths.editFiling(filing.id)}>
            {t('edit')}
          </ActionLink>
        )}
        {deeds.map(({ deed, weight }) => (
          <Button key={deed} weight={weight} onClick={() => setOpen(deed)}>
            {t(`deed.${deed}`)}
          </Button>
        ))}
      </div>
      {open !== null && <DeedDialog filing={filing} deed={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

function Submit({ filing }: { filing: Filing }) {
  const { t } = useTranslation('filing')
  const { t: common } = useTranslation()
  const say = useToast()
  const submission = useSubmission()
  const form = useForm()
  const submit = () =>
    submission.mutate(filing.id, {
      onSuccess: () => say({ text: t('sent') }),
      onError: (failure) => showProblem(failure, form.setError, common('form.unreachable')),
    })
  return (
    <>
      <ErrorSummary errors={errorsOf(form.formState.errors).map(({ message }) => ({ message }))} />
      <Button busy={submission.isPending} onClick={submit}>
        {t('sendNow')}
      </Button>
    </>
  )
}

function DeedDialog({ filing, deed, onClose }: { filing: Filing; deed: Deed; onClose: () => void }) {
  const { t } = useTranslation('filing')
  const { t: common } = useTranslation()
  const say = useToast()
  const act = useDeed()
  const form = useForm({ defaultValues: { reason: '' } })
  const { errors } = form.formState
  const submit = form.handleSubmit(({ reason }) =>
    act.mutate(
      { id: filing.id, deed, words: reason },
      {
        onSuccess: () => {
          say({ text: t(`done.${deed}`) })
          onClose()
        },
        // An opinion and a wish are typed where a reason is.
        onError: (failure) => showProblem(failure, form.setError, common('form.unreachable'), { text: 'reason' }),
      },
    ),
  )
  return (
    <Dialog
      open
      title={t(`deed.${deed}`)}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="deed-form" busy={act.isPending}>
            {t(`deed.${deed}`)}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {t('back')}
          </Button>
        </>
      }
    >
      <form id="deed-form" onSubmit={submit} noValidate>
        <ErrorSummary
          errors={errorsOf(errors).map(({ field, message }) => (field === 'reason' ? { field, message } : { message }))}
        />
        <p>{t(`explain.${deed}`, { name: filing.name })}</p>
        {!WORDLESS.includes(deed) && (
          <TextArea
            {...form.register('reason')}
            id="reason"
            label={t(`words.${deed as 'return'}`)}
            error={errors.reason?.message}
          />
        )}
      </form>
    </Dialog>
  )
}
