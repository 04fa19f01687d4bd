import { useTranslation } from 'react-i18next'
import { yuan } from '../../../lib/format'
import { useArrival } from '../../../lib/use-arrival'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { AllocationTable } from '../parts/allocation-table'
import { saveBlob } from '../save-file'
import { fileSize } from './attachments'
import type { Read } from './envelope'
import styles from './give.module.css'

/** The bid as it was sealed, decrypted from the ciphertext: nothing on this page is taken from the form. */
export function WhatWasSealed({ read }: { read: Read }) {
  const { t } = useTranslation('bid')
  const language = useLanguage()
  const place = useArrival<HTMLElement>(1)
  return (
    <article ref={place} tabIndex={-1} className={styles.sealed} aria-label={t('sealed.title')}>
      <h3>{t('sealed.price')}</h3>
      <p className={styles.total}>
        <b>{yuan(read.price.totalFen, language)}</b>
      </p>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('price.item')}</th>
              <th scope="col" className={styles.number}>
                {t('price.quantity')}
              </th>
              <th scope="col" className={styles.number}>
                {t('sealed.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {read.price.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in their order
              <tr key={index}>
                <td>{line.item}</td>
                <td className={styles.number}>
                  {line.quantity} {line.unit}
                </td>
                <td className={styles.number}>{yuan(line.fen, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {read.allocation !== null && (
        <div className={styles.scroll}>
          <AllocationTable allocation={read.allocation} />
        </div>
      )}
      {read.price.note && (
        <section>
          <h3>{t('price.note')}</h3>
          <p className={styles.text}>{read.price.note}</p>
        </section>
      )}
      {read.tech.answers.map(({ criterion, text }) => (
        <section key={criterion}>
          <h3>{criterion}</h3>
          <p className={styles.text}>{text}</p>
        </section>
      ))}
      <h3>{t('sealed.bidder')}</h3>
      <p>{t('sealed.facts', { name: read.cred.body.name, count: read.cred.facts.length })}</p>
      {read.cred.statements.map(({ rule, text }) => (
        <p key={rule}>{text}</p>
      ))}
      {read.files.length > 0 && (
        <>
          <h3>{t('sealed.files')}</h3>
          <ul className={styles.files}>
            {read.files.map(({ name, blob }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
              <li key={index}>
                <span>{t('files.one', { name, size: fileSize(blob.size) })}</span>
                <Button weight="quiet" aria-label={t('sealed.lookAt', { name })} onClick={() => saveBlob(name, blob)}>
                  {t('sealed.look')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}
