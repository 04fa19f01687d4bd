import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BidPaper, Desk } from '../../api/types'
import { pointsOf } from '../../lib/points'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { TextArea, TextField } from '../../ui/field'
import { useToast } from '../../ui/toast'
import styles from './evaluation.module.css'
import { Failure } from './failure'
import { useSign } from './mutations'
import { Attachments } from './papers'
import { SheetClash } from './sheet-clash'
import type { Typed } from './sheet-merge'
import { cellOf, useSheet } from './use-sheet'

/** Criterion by criterion, the bids side by side; kept while one types, signed once. */
export function ScoreForm({ desk }: { desk: Desk }) {
  const { t } = useTranslation('evaluation')
  const toast = useToast()
  const { sheet, write, save, kept, failure, merged, clash, settle } = useSheet(desk)
  const sign = useSign(desk.lotId)
  const [signing, setSigning] = useState(false)
  const [later, setLater] = useState(false)
  const bids = desk.bids.filter((bid) => bid.counts)
  const items = desk.items.flatMap((item, place) => (item.kind === 'QUALITY' ? [{ ...item, place }] : []))
  const reopened = desk.sheet.reopened?.map((cell) => cellOf(cell.bid, cell.item)) ?? null
  const lacking = items
    .flatMap((item) => bids.map((bid) => ({ cell: cellOf(bid.id, item.place), most: item.weight })))
    .filter(({ cell, most }) => !isWhole(sheet[cell], most))
  const missing = lacking.length
  /** Whoever presses too early is led to the first field that is missing. */
  const askOrLead = () => {
    const [first] = lacking
    if (first === undefined) return setSigning(true)
    const part = isWithin(sheet[first.cell]?.points ?? '', first.most) ? 'reason' : 'points'
    document.getElementById(`${part}-${first.cell}`)?.focus()
  }

  const submit = async () => {
    const saved = await save().catch(() => null)
    // What another window wrote meanwhile is read before it is signed.
    if (saved === null || !saved.asTyped) return setSigning(false)
    sign.mutate(saved.version, {
      onSuccess: () => toast({ text: t('score.signed') }),
      onSettled: () => setSigning(false),
    })
  }

  return (
    <section className={styles.part} aria-labelledby="score-title">
      <h2 id="score-title">{t('score.title')}</h2>
      <p className={styles.text}>{t('score.what')}</p>
      {reopened !== null && <Banner tone="amber">{t('score.differing', { count: reopened.length })}</Banner>}
      {merged && <Banner tone="amber">{t('clash.merged')}</Banner>}
      {clash !== null && later && (
        <Banner tone="amber">
          {t('clash.waiting')}{' '}
          <Button weight="ghost" onClick={() => setLater(false)}>
            {t('clash.open')}
          </Button>
        </Banner>
      )}
      {clash !== null && !later && (
        <SheetClash
          desk={desk}
          mine={sheet}
          clash={clash}
          onSettle={(keepMine) => {
            settle(keepMine)
            setSigning(false)
          }}
          onLater={() => setLater(true)}
        />
      )}
      <Failure error={failure ?? sign.error} />
      {items.map((item) => (
        <section key={item.place} className={styles.item} aria-labelledby={`item-${item.place}`}>
          <h3 id={`item-${item.place}`}>
            {item.name}
            <small>{t('score.weight', { weight: item.weight })}</small>
            {item.objective && <small>{t('score.objective')}</small>}
          </h3>
          <div className={styles.side}>
            {bids.map((bid) => {
              const cell = cellOf(bid.id, item.place)
              return (
                <Cell
                  key={bid.id}
                  lot={desk.lotId}
                  bid={bid}
                  item={item}
                  cell={cell}
                  typed={sheet[cell] ?? { points: '', reason: '' }}
                  marked={reopened?.includes(cell) ?? false}
                  fixed={reopened !== null && !reopened.includes(cell)}
                  onWrite={(change) => write(cell, change)}
                />
              )
            })}
          </div>
        </section>
      ))}
      <div className={styles.sticky}>
        <span role="status">
          {t(`score.kept.${kept}`)} · {missing === 0 ? t('score.whole') : t('score.missing', { count: missing })}
        </span>
        <Button weight={missing === 0 ? 'primary' : 'ghost'} onClick={askOrLead}>
          {t('score.sign')}
        </Button>
      </div>
      <ConfirmDialog
        open={signing}
        title={t('score.signTitle')}
        send={t('score.sign')}
        keep={t('score.notYet')}
        weight="primary"
        busy={sign.isPending}
        onSend={submit}
        onClose={() => setSigning(false)}
      >
        <p>{t('score.signWhat')}</p>
      </ConfirmDialog>
    </section>
  )
}

interface CellProps {
  lot: string
  bid: BidPaper
  item: { name: string; weight: number }
  cell: string
  typed: Typed
  /** Objective points that do not agree. */
  marked: boolean
  fixed: boolean
  onWrite: (change: Partial<Typed>) => void
}

/** One bid's answer to one criterion, and what one thinks of it. */
function Cell({ lot, bid, item, cell, typed, marked, fixed, onWrite }: CellProps) {
  const { t } = useTranslation('evaluation')
  const answer = bid.answers.find((one) => one.criterion === item.name)
  const wrong = typed.points !== '' && !isWithin(typed.points, item.weight)
  return (
    <article className={styles.paper} data-reopened={marked || undefined}>
      <h4>{bid.body.name}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long answer is scrolled by keyboard, too */}
      <section className={styles.answer} tabIndex={0} aria-label={`${bid.body.name} · ${item.name}`}>
        {answer?.text ?? t('papers.noAnswers')}
      </section>
      <Attachments lot={lot} bid={bid} />
      <TextField
        id={`points-${cell}`}
        className={styles.points}
        inputMode="decimal"
        autoComplete="off"
        label={t('score.points')}
        hint={t('score.pointsHint', { most: item.weight })}
        error={wrong ? t('score.pointsWrong', { most: item.weight }) : undefined}
        value={typed.points}
        readOnly={fixed}
        onChange={(event) => onWrite({ points: event.target.value })}
      />
      <TextArea
        id={`reason-${cell}`}
        rows={3}
        maxLength={500}
        label={t('score.reason')}
        value={typed.reason}
        readOnly={fixed}
        onChange={(event) => onWrite({ reason: event.target.value })}
      />
    </article>
  )
}

function isWithin(points: string, most: number) {
  const hundredths = pointsOf(points)
  return hundredths !== null && hundredths <= most * 100
}

const isWhole = (typed: Typed | undefined, most: number) =>
  typed !== undefined && isWithin(typed.points, most) && typed.reason.trim() !== ''
