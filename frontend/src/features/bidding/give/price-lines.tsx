import { useTranslation } from 'react-i18next'
import { yuan } from '../../../lib/format'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { TextArea, TextField } from '../../../ui/field'
import { type BidDraft, lineFen, lineField, newLine, type PriceLine, totalFen } from './bid-draft'
import styles from './give.module.css'

interface PriceLinesProps {
  draft: BidDraft
  budgetFen: number
  errorOf: (field: string) => string | undefined
  onChange: (draft: BidDraft) => void
}

/** 报价: line by line, summed up to the cent. */
export function PriceLines({ draft, budgetFen, errorOf, onChange }: PriceLinesProps) {
  const { t } = useTranslation('bid')
  const language = useLanguage()
  const total = totalFen(draft.lines)
  const change = (key: number, changed: Partial<PriceLine>) =>
    onChange({ ...draft, lines: draft.lines.map((line) => (line.key === key ? { ...line, ...changed } : line)) })
  return (
    <>
      {draft.lines.map((line, index) => (
        <fieldset key={line.key} className={styles.line}>
          <legend>{t('price.line', { number: index + 1 })}</legend>
          <TextField
            id={lineField('item', line)}
            label={t('price.item')}
            value={line.item}
            error={errorOf(lineField('item', line))}
            maxLength={200}
            onChange={({ target }) => change(line.key, { item: target.value })}
          />
          <TextField
            label={t('price.unit')}
            value={line.unit}
            maxLength={20}
            onChange={({ target }) => change(line.key, { unit: target.value })}
          />
          <TextField
            id={lineField('quantity', line)}
            label={t('price.quantity')}
            inputMode="numeric"
            value={line.quantity}
            error={errorOf(lineField('quantity', line))}
            onChange={({ target }) => change(line.key, { quantity: target.value })}
          />
          <TextField
            id={lineField('price', line)}
            label={t('price.each')}
            inputMode="decimal"
            value={line.price}
            error={errorOf(lineField('price', line))}
            onChange={({ target }) => change(line.key, { price: target.value })}
          />
          <output className={styles.sum}>
            {t('price.sum', { yuan: amount(lineFen(line), (fen) => yuan(fen, language)) })}
          </output>
          {draft.lines.length > 1 && (
            <Button
              weight="quiet"
              aria-label={t('price.removeLine', { number: index + 1 })}
              onClick={() => onChange({ ...draft, lines: draft.lines.filter(({ key }) => key !== line.key) })}
            >
              {t('price.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      <p>
        <Button weight="ghost" onClick={() => onChange({ ...draft, lines: [...draft.lines, newLine()] })}>
          {t('price.add')}
        </Button>
      </p>
      <p className={styles.total} role="status">
        <b>{t('price.total', { yuan: amount(total, (fen) => yuan(fen, language)) })}</b>
        <span>{t('price.budget', { yuan: yuan(budgetFen, language) })}</span>
      </p>
      <TextArea
        label={t('price.note')}
        hint={t('price.noteHint')}
        rows={3}
        maxLength={2000}
        value={draft.priceNote}
        onChange={({ target }) => onChange({ ...draft, priceNote: target.value })}
      />
    </>
  )
}

const amount = (fen: number | undefined, words: (fen: number) => string) => (fen === undefined ? '—' : words(fen))
