import { useTranslation } from 'react-i18next'
import styles from './search-box.module.css'
import type { Combo } from './use-suggestions'

export function Suggestions({ combo, onChoose }: { combo: Combo; onChoose: (text: string) => void }) {
  const { t } = useTranslation('search')
  const { items, at, listId, optionId } = combo
  return (
    <>
      <div
        id={listId}
        role="listbox"
        aria-label={t('box.suggestions')}
        className={styles.list}
        hidden={items.length === 0}
      >
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the combobox that owns this list
          <div
            key={`${item.kind}${item.text}`}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className={styles.option}
            // Before blur: the list must still be there when the press ends.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item.text)}
          >
            <span>{item.text}</span>
            <small>{t(`box.kinds.${item.kind}`)}</small>
          </div>
        ))}
      </div>
      <span className="visually-hidden" role="status">
        {items.length > 0 && t('box.count', { count: items.length })}
      </span>
    </>
  )
}
