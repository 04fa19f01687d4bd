import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import styles from './choice-box.module.css'

export interface Choice {
  key: string
  name: string
  /** What tells two of the same name apart. */
  detail?: string | undefined
}

interface ChoiceBoxProps {
  id?: string
  label: string
  hint?: string
  error?: string | undefined
  choices: readonly Choice[]
  chosen: string | null
  onChoose: (key: string | null) => void
  /** Where the list comes from the server, what is typed is told here. */
  onType?: (text: string) => void
  none: string
}

/** One of many, found by typing. Heavy: only lazy pages may use it. */
export function ChoiceBox({ id, label, hint, error, choices, chosen, onChoose, onType, none }: ChoiceBoxProps) {
  return (
    <ComboBox
      className={styles.box ?? ''}
      defaultItems={choices}
      selectedKey={chosen}
      onSelectionChange={(key) => onChoose(key === null ? null : String(key))}
      {...(onType ? { onInputChange: onType } : {})}
      isInvalid={error !== undefined}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
      <div className={styles.control}>
        <Input {...(id ? { id } : {})} />
        <Button aria-label={label}>⌄</Button>
      </div>
      <Popover className={styles.list ?? ''}>
        <ListBox<Choice> renderEmptyState={() => <p className={styles.none}>{none}</p>}>
          {({ key, name, detail }) => (
            <ListBoxItem id={key} textValue={detail ? `${name} ${detail}` : name} className={styles.item ?? ''}>
              <Text slot="label">{name}</Text>
              {detail && <Text slot="description">{detail}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
