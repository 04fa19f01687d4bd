import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import styles from './code-picker.module.css'
import { Dialog } from './dialog'
import { TextField } from './field'
import { Skeleton } from './skeleton'

export interface PickNode {
  code: string
  name: string
  childCount: number
}

interface CodePickerProps {
  open: boolean
  title: string
  onClose: () => void
  /** From the root to the level that is shown. */
  path: readonly { code: string; name: string }[]
  root: string
  nodes: readonly PickNode[] | undefined
  onLevel: (code: string | null) => void
  chosen: readonly string[]
  onToggle: (node: PickNode) => void
  many: boolean
}

/** Walks down a tree of codes level by level and picks one node or many, with nothing but native controls. */
export function CodePicker({ open, title, onClose, nodes, onLevel, path, root, ...choice }: CodePickerProps) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState('')
  const level = (code: string | null) => {
    setFilter('')
    onLevel(code)
  }
  const shown = nodes?.filter(({ name, code }) => name.includes(filter.trim()) || code.startsWith(filter.trim()))
  const trail = [{ code: null as string | null, name: root }, ...path]
  return (
    <Dialog
      sheet
      open={open}
      title={title}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('picker.done')}</Button>}
    >
      <nav aria-label={t('picker.path')}>
        <ol className={styles.path}>
          {trail.map(({ code, name }, at) => (
            <li key={code ?? 'root'}>
              {at === trail.length - 1 ? (
                <b aria-current="true">{name}</b>
              ) : (
                <button type="button" onClick={() => level(code)}>
                  {name}
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <TextField label={t('picker.filter')} value={filter} onChange={(event) => setFilter(event.target.value)} />
      {shown === undefined ? <Skeleton lines={6} /> : <Level title={title} nodes={shown} onLevel={level} {...choice} />}
    </Dialog>
  )
}

type LevelProps = Pick<CodePickerProps, 'chosen' | 'onToggle' | 'many' | 'onLevel' | 'title'> & {
  nodes: readonly PickNode[]
}

function Level({ nodes, chosen, onToggle, many, onLevel, title }: LevelProps) {
  const { t } = useTranslation()
  const group = useId()
  if (nodes.length === 0) return <p className={styles.none}>{t('picker.none')}</p>
  return (
    <fieldset className={styles.level}>
      <legend className="visually-hidden">{title}</legend>
      {nodes.map((node) => (
        <div key={node.code} className={styles.node}>
          <label>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={group}
              checked={chosen.includes(node.code)}
              onChange={() => onToggle(node)}
            />
            <span>
              {node.name} <small>{node.code}</small>
            </span>
          </label>
          {node.childCount > 0 && (
            <button type="button" onClick={() => onLevel(node.code)} aria-label={t('picker.into', { name: node.name })}>
              {t('picker.next', { count: node.childCount })}
            </button>
          )}
        </div>
      ))}
    </fieldset>
  )
}
