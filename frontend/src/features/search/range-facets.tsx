import { type FormEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useNow } from '../../lib/clock'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { daysFrom } from './days'
import { FacetLink } from './facet-link'
import styles from './facets.module.css'
import { type NoticeSearch, refined } from './search-params'

const WAN_FEN = 1_000_000
const STEPS = [
  { key: 'to3', min: null, max: 3 * WAN_FEN },
  { key: 'to10', min: 3 * WAN_FEN, max: 10 * WAN_FEN },
  { key: 'to50', min: 10 * WAN_FEN, max: 50 * WAN_FEN },
  { key: 'more', min: 50 * WAN_FEN, max: null },
] as const

export function AmountFacet({ ask }: { ask: NoticeSearch }) {
  const { t } = useTranslation('search')
  const navigate = useNavigate()
  const id = useId()
  const fen = (value: FormDataEntryValue | null) => {
    const yuan = Number.parseFloat(String(value))
    return Number.isFinite(yuan) && yuan >= 0 ? Math.round(yuan * 100) : null
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    navigate(refined(ask, { minAmountFen: fen(form.get('min')), maxAmountFen: fen(form.get('max')) }), {
      preventScrollReset: true,
    })
  }
  const yuan = (value: number | null) => (value === null ? '' : value / 100)
  return (
    <section>
      <h2>{t('facets.amount')}</h2>
      <ul>
        {STEPS.map(({ key, min, max }) => {
          const on = ask.minAmountFen === min && ask.maxAmountFen === max
          const change = on ? { minAmountFen: null, maxAmountFen: null } : { minAmountFen: min, maxAmountFen: max }
          return <FacetLink key={key} to={refined(ask, change)} on={on} name={t(`facets.amounts.${key}`)} />
        })}
      </ul>
      <details className={styles.own}>
        <summary>{t('facets.own')}</summary>
        <form onSubmit={submit} key={`${ask.minAmountFen}-${ask.maxAmountFen}`}>
          <TextField
            id={`${id}-min`}
            name="min"
            type="number"
            min={0}
            label={t('facets.minYuan')}
            defaultValue={yuan(ask.minAmountFen)}
          />
          <TextField
            id={`${id}-max`}
            name="max"
            type="number"
            min={0}
            label={t('facets.maxYuan')}
            defaultValue={yuan(ask.maxAmountFen)}
          />
          <Button type="submit" weight="ghost">
            {t('facets.apply')}
          </Button>
        </form>
      </details>
    </section>
  )
}

export function DeadlineFacet({ ask }: { ask: NoticeSearch }) {
  const { t } = useTranslation('search')
  const now = useNow()
  const today = daysFrom(now, 0)
  return (
    <section>
      <h2>{t('facets.deadline')}</h2>
      <ul>
        {[3, 7, 30].map((days) => {
          const deadlineTo = daysFrom(now, days)
          const on = ask.deadlineFrom === today && ask.deadlineTo === deadlineTo
          const change = on ? { deadlineFrom: null, deadlineTo: null } : { deadlineFrom: today, deadlineTo }
          return <FacetLink key={days} to={refined(ask, change)} on={on} name={t('facets.within', { count: days })} />
        })}
      </ul>
      <OwnDates ask={ask} from="deadlineFrom" to="deadlineTo" />
    </section>
  )
}

export function PublishedFacet({ ask }: { ask: NoticeSearch }) {
  const { t } = useTranslation('search')
  const now = useNow()
  return (
    <section>
      <h2>{t('facets.published')}</h2>
      <ul>
        {[7, 30, 365].map((days) => {
          const publishedFrom = daysFrom(now, -days)
          const on = ask.publishedFrom === publishedFrom && ask.publishedTo === null
          const change = { publishedFrom: on ? null : publishedFrom, publishedTo: null }
          return <FacetLink key={days} to={refined(ask, change)} on={on} name={t('facets.last', { count: days })} />
        })}
      </ul>
      <OwnDates ask={ask} from="publishedFrom" to="publishedTo" />
    </section>
  )
}

type DateName = 'publishedFrom' | 'publishedTo' | 'deadlineFrom' | 'deadlineTo'

function OwnDates({ ask, from, to }: { ask: NoticeSearch; from: DateName; to: DateName }) {
  const { t } = useTranslation('search')
  const navigate = useNavigate()
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '') || null
    navigate(refined(ask, { [from]: value('from'), [to]: value('to') }), { preventScrollReset: true })
  }
  return (
    <details className={styles.own}>
      <summary>{t('facets.own')}</summary>
      <form onSubmit={submit} key={`${ask[from]}-${ask[to]}`}>
        <TextField id={`${id}-from`} name="from" type="date" label={t('facets.from')} defaultValue={ask[from] ?? ''} />
        <TextField id={`${id}-to`} name="to" type="date" label={t('facets.to')} defaultValue={ask[to] ?? ''} />
        <Button type="submit" weight="ghost">
          {t('facets.apply')}
        </Button>
      </form>
    </details>
  )
}
