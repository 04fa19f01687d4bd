import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { findingsOf } from '../../lib/purchases'
import { Banner } from '../../ui/banner'
import { ErrorSummary } from '../../ui/error-summary'
import { Basics } from './basics'
import { Conflict } from './conflict'
import { ContactFields } from './contact'
import { type DraftForm, formOf } from './draft-form'
import styles from './drafting.module.css'
import { FindingsPanel } from './findings-panel'
import { type LocalCopy, localCopy } from './local-copy'
import { Lots } from './lots'
import { MethodSection } from './method'
import { PhoneBar } from './phone-bar'
import { PoolPanel } from './pool-panel'
import { SaveLine } from './save-line'
import { draftShape } from './shape'
import { SubmitSection } from './submit-section'
import { Times } from './times'
import { Troubles } from './troubles'
import { useAutosave } from './use-autosave'
import { useSubmit } from './use-submit'

/** The draft being written: the form at the left, what it does to the market and to the law at the right. */
export function Editor({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('drafting')
  const [kept] = useState<LocalCopy | null>(() => localCopy(purchase.id))
  const [lot, setLot] = useState(0)
  const [later, setLater] = useState(false)
  const form = useForm<DraftForm>({
    defaultValues: kept?.form ?? formOf(purchase),
    resolver: zodResolver(draftShape),
    mode: 'onTouched',
  })
  // A copy over an older version goes out with that version: the server then shows both.
  const loaded = { version: kept?.version ?? purchase.version, form: formOf(purchase) }
  const saving = useAutosave(purchase.id, form, loaded)
  const { data: findings, isFetching } = useQuery(findingsOf(purchase.id))
  const { submit, busy, refusal, summary, strict } = useSubmit(purchase.id, form, saving)
  const { state } = saving
  return (
    <FormProvider {...form}>
      <Troubles findings={findings ?? []} refusal={refusal} strict={strict}>
        <form onSubmit={submit} noValidate className={styles.editor}>
          <div className={styles.main}>
            <ErrorSummary errors={summary} />
            {kept !== null && <Banner tone="amber">{t('save.restored')}</Banner>}
            <Basics />
            <Lots onWork={setLot} />
            <MethodSection />
            <Times />
            <ContactFields />
            <SubmitSection purchase={purchase} busy={busy} />
          </div>
          <aside className={styles.aside} id="desk" tabIndex={-1} aria-label={t('desk')}>
            <SaveLine state={state} />
            <PoolPanel lot={lot} />
            <FindingsPanel findings={findings} stale={isFetching} />
          </aside>
          <PhoneBar findings={findings} state={state} />
        </form>
        {state.kind === 'conflict' && !later && (
          <Conflict
            mine={form.getValues()}
            theirs={state.theirs}
            onLater={() => setLater(true)}
            onSettle={(keepMine) => void saving.settle(state.theirs, keepMine)}
          />
        )}
        {state.kind === 'conflict' && later && (
          <Banner
            tone="vermilion"
            action={
              <button type="button" onClick={() => setLater(false)}>
                {t('conflict.open')}
              </button>
            }
          >
            {t('save.conflict')}
          </Banner>
        )}
      </Troubles>
    </FormProvider>
  )
}
