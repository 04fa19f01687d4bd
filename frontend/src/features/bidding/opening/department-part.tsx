import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Opening } from '../../../api/types'
import { useNow } from '../../../lib/clock'
import { dateTime } from '../../../lib/format'
import { paths } from '../../../lib/paths'
import { useLanguage } from '../../../lib/use-language'
import { ActionLink, Button } from '../../../ui/button'
import { ErrorSummary } from '../../../ui/error-summary'
import { ReasonDialog } from '../../../ui/reason-dialog'
import { useBegin, useBeginPrices, useGoWithout } from './mutations'
import styles from './opening.module.css'

interface PartProps {
  opening: Opening
  /** The button that began it is gone then. */
  onBegun: () => void
}

/** What the department that buys does: begin, let prices be opened, go on when holders cannot come; then it evaluates. */
export function DepartmentPart({ opening, onBegun }: PartProps) {
  const { t } = useTranslation('opening')
  const { state, lotId: lot } = opening
  const gathering = (state === 'OPENING' || state === 'OPENING_PRICES') && opening.gatheredAt === null
  if (state === 'FAILED_TOO_FEW' || state === 'ENDED')
    return (
      <Frame>
        <p>
          {t(state === 'ENDED' ? 'department.ended' : 'department.failed')}{' '}
          <Link to={paths.purchase(opening.purchaseId)}>{t('department.toPurchase')}</Link>
        </p>
      </Frame>
    )
  if (state === 'SEALED' || state === 'GIVING') return <Begin opening={opening} onBegun={onBegun} />
  if (state === 'PRICES_ALLOWED') return <Prices opening={opening} onBegun={onBegun} />
  if (gathering) return <Without opening={opening} />
  if (state === 'TECHNICAL_OPENED' || state === 'OPENED')
    return (
      <Frame>
        <p>{t(`department.${state}`)}</p>
        <p>
          <ActionLink to={paths.evaluation(lot)}>{t('department.toEvaluation')}</ActionLink>
        </p>
      </Frame>
    )
  return null
}

function Frame({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation('opening')
  return (
    <section className={styles.part} aria-labelledby="department-title">
      <h2 id="department-title">{t('department.title')}</h2>
      {children}
    </section>
  )
}

function Begin({ opening, onBegun }: PartProps) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const now = useNow()
  const begin = useBegin(opening.lotId)
  const early = opening.state === 'GIVING' || now < new Date(opening.openingAt)
  return (
    <Frame>
      <ErrorSummary errors={begin.isError ? [{ message: begin.error.message }] : []} />
      <p>{t('department.begin')}</p>
      <p>
        {early ? (
          t('department.early', { at: dateTime(opening.openingAt, language) })
        ) : (
          <Button busy={begin.isPending} onClick={() => begin.mutateAsync(undefined).then(onBegun, () => undefined)}>
            {t('department.beginNow')}
          </Button>
        )}
      </p>
    </Frame>
  )
}

function Prices({ opening, onBegun }: PartProps) {
  const { t } = useTranslation('opening')
  const prices = useBeginPrices(opening.lotId)
  return (
    <Frame>
      <ErrorSummary errors={prices.isError ? [{ message: prices.error.message }] : []} />
      <p>{t('department.prices')}</p>
      <p>
        <Button busy={prices.isPending} onClick={() => prices.mutateAsync(undefined).then(onBegun, () => undefined)}>
          {t('department.pricesNow')}
        </Button>
      </p>
    </Frame>
  )
}

function Without({ opening }: { opening: Opening }) {
  const { t } = useTranslation('opening')
  const [asked, setAsked] = useState(false)
  const without = useGoWithout(opening.lotId)
  const missing = opening.holders
    .filter(({ tookPart }) => !tookPart)
    .map(({ name, former }) => (former ? t('record.former', { name }) : name))
  return (
    <Frame>
      <p>{t('department.waiting', { names: missing.join(t('and')) })}</p>
      <p>
        <Button weight="ghost" onClick={() => setAsked(true)}>
          {t('department.without')}
        </Button>
      </p>
      <ReasonDialog
        open={asked}
        title={t('department.without')}
        send={t('department.withoutNow')}
        weight="danger"
        hint={t('department.withoutHint')}
        busy={without.isPending}
        onClose={() => setAsked(false)}
        onSend={({ reason }, refused) => without.mutate(reason, { onSuccess: () => setAsked(false), onError: refused })}
      >
        <p>{t('department.withoutWhat')}</p>
      </ReasonDialog>
    </Frame>
  )
}
