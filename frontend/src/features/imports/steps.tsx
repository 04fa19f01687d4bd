import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { RegistryImport } from '../../api/types'
import { count } from '../../lib/format'
import { paths } from '../../lib/paths'
import { hasStatus, ProblemError } from '../../lib/problem'
import { Button } from '../../ui/button'
import buttons from '../../ui/button.module.css'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary } from '../../ui/error-summary'
import styles from './imports.module.css'
import { useApply, useDiscard, useUndo } from './mutations'

type Step = 'apply' | 'undo' | 'discard'

/** What can be done now; whatever changes the registry is asked for twice, with its numbers. */
export function Steps({ one }: { one: RegistryImport }) {
  const { t } = useTranslation('imports')
  const [asked, setAsked] = useState<Step | null>(null)
  const { created, changed, refused } = one.counts
  const may = (step: Step) =>
    step === 'apply'
      ? one.state === 'PREVIEW' && created + changed > 0
      : step === 'undo'
        ? one.state === 'APPLIED'
        : one.state === 'PREVIEW' || one.state === 'REFUSED'
  return (
    <div className={styles.steps}>
      {may('apply') && <Button onClick={() => setAsked('apply')}>{t('apply.open')}</Button>}
      {refused > 0 && one.state !== 'UNDONE' && (
        <a className={`${buttons.button} ${buttons.ghost}`} href={paths.refusedRows(one.id)} download>
          {t('mend', { formatted: count(refused) })}
        </a>
      )}
      {may('undo') && (
        <Button weight="ghost" onClick={() => setAsked('undo')}>
          {t('undo.open')}
        </Button>
      )}
      {may('discard') && (
        <Button weight="quiet" onClick={() => setAsked('discard')}>
          {t('discard.open')}
        </Button>
      )}
      {asked !== null && <Asked key={asked} step={asked} one={one} onClose={() => setAsked(null)} />}
    </div>
  )
}

function Asked({ step, one, onClose }: { step: Step; one: RegistryImport; onClose: () => void }) {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  const acts = { apply: useApply(), undo: useUndo(), discard: useDiscard() }
  const act = acts[step]
  const go = () => act.mutate(one, { onSuccess: () => (step === 'discard' ? navigate(paths.imports) : onClose()) })
  const { created, changed, refused } = one.counts
  return (
    <Dialog
      open
      title={t(`${step}.title`)}
      onClose={onClose}
      actions={
        <>
          <Button weight={step === 'apply' ? 'primary' : 'danger'} busy={act.isPending} onClick={go}>
            {t(`${step}.now`)}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={wrong(act.error, t('stale'), t('unreachable'))} title={t('notDone')} />
      <p>{t(`${step}.ask`, { created: count(created), changed: count(changed), written: count(created + changed) })}</p>
      {step === 'apply' && refused > 0 && <p>{t('apply.refused', { formatted: count(refused) })}</p>}
      {step === 'apply' && <p>{t('apply.back')}</p>}
    </Dialog>
  )
}

function wrong(failure: Error | null, stale: string, unreachable: string) {
  if (failure === null) return []
  if (hasStatus(failure, 412)) return [{ message: stale }]
  return [{ message: failure instanceof ProblemError && failure.status !== 0 ? failure.message : unreachable }]
}
