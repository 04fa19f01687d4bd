import { useTranslation } from 'react-i18next'
import type { Notice } from '../../api/types'
import styles from './notice-page.module.css'

/** The official form as it was published, section by section. */
export function OfficialForm({ notice: { sections, fields, attachments, type } }: { notice: Notice }) {
  const { t } = useTranslation('notice')
  const parts = sections.length > 0 ? sections : [{ heading: '', fields }]
  return (
    <>
      {parts.some((part) => part.fields.length > 0) && (
        <details className={styles.form} open={type !== 'PROCUREMENT'}>
          <summary>
            <h2>{t('form.title')}</h2>
          </summary>
          {parts.map((part) => (
            <div key={part.heading}>
              {part.heading !== '' && <h3>{part.heading}</h3>}
              <dl>
                {part.fields.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </details>
      )}
      {attachments.length > 0 && (
        <section>
          <h2>{t('form.attachments')}</h2>
          <ul className={styles.requirements}>
            {attachments.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
