import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Diff } from '../../ui/diff'
import { type Fields, unlike } from './registration'
import styles from './registry.module.css'
import { useShown } from './use-shown'

interface ConflictProps {
  before: Fields
  after: Fields
  /** Of the places in both, by code. */
  names: Record<string, string>
  onGoOn: () => void
}

/** Somebody saved first: what he changed, before one goes on with one's own. */
export function Conflict({ before, after, names, onGoOn }: ConflictProps) {
  const { t } = useTranslation('registry')
  const shown = useShown(names)
  return (
    <section className={styles.part} role="alert">
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.lead')}</p>
      <Diff
        caption={t('conflict.title')}
        words={{
          label: t('history.field'),
          before: t('conflict.before'),
          after: t('conflict.after'),
          none: t('history.none'),
        }}
        rows={unlike(before, after).map(([name, old, now]) => ({
          key: name,
          label: t(`field.${name}`),
          before: shown(name, old),
          after: shown(name, now),
        }))}
      />
      <Button weight="ghost" onClick={onGoOn}>
        {t('conflict.goOn')}
      </Button>
    </section>
  )
}
