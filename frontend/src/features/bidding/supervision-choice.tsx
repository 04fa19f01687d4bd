import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/field'
import styles from './keys.module.css'
import { useWantSupervision } from './mutations'

/** Below the purchase limit the department decides whether a supervisor opens with it; it counts for lots published from now on. */
export function SupervisionChoice({ wanted }: { wanted: boolean }) {
  const { t } = useTranslation('keys')
  const want = useWantSupervision()
  return (
    <section aria-labelledby="groups-title" className={styles.part}>
      <h2 id="groups-title">{t('groups.title')}</h2>
      <p className={styles.lead}>{t('groups.lead')}</p>
      <Checkbox
        label={t('groups.supervision')}
        hint={t('groups.hint')}
        checked={want.isPending ? want.variables : wanted}
        disabled={want.isPending}
        onChange={({ target }) => want.mutate(target.checked)}
      />
      {want.isError && (
        <p role="alert" className={styles.wrong}>
          {want.error.message}
        </p>
      )}
    </section>
  )
}
