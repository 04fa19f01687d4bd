import { useTranslation } from 'react-i18next'
import type { Notice } from '../../api/types'
import { count } from '../../lib/format'
import styles from './notice-page.module.css'

/** The fields of the official form as they were published, and what hangs on it. */
export function OfficialForm({ notice: { fields, attachments, type } }: { notice: Notice }) {
  const { t } = useTranslation('notice')
  return (
    <>
      {fields.length > 0 && (
        <details className={styles.form} open={type !== 'PROCUREMENT'}>
          <summary>
            <h2>{t('form.title')}</h2>
          </summary>
          <dl>
            {fields.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {attachments.length > 0 && (
        <section>
          <h2>{t('form.attachments')}</h2>
          <ul className={styles.requirements}>
            {attachments.map(({ name, url, sizeBytes }) => (
              <li key={url}>
                <a href={url} download>
                  {name}
                </a>{' '}
                <small>{t('form.size', { kilobytes: count(Math.ceil(sizeBytes / 1024)) })}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
