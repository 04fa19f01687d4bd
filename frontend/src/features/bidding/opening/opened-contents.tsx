import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { plainName } from '../../../lib/file-name'
import { yuan } from '../../../lib/format'
import { paths } from '../../../lib/paths'
import { useLanguage } from '../../../lib/use-language'
import { Skeleton } from '../../../ui/skeleton'
import styles from './opening.module.css'
import { openedBid } from './queries'

/** What was in a bid, for those who may read it; of a consortium with the names of all. */
export function OpenedContents({ bid, name }: { bid: string; name: string }) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const { data, error } = useQuery(openedBid(bid))
  if (error !== null) return <p role="alert">{error.message}</p>
  if (data === undefined) return <Skeleton lines={6} />
  return (
    <article className={styles.contents} aria-label={t('contents.title', { name })}>
      <h3>{name}</h3>
      {data.price && (
        <>
          <h4>{t('contents.price')}</h4>
          <ul className={styles.people}>
            {data.price.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in their order
              <li key={index}>
                {t('contents.line', {
                  item: line.item,
                  quantity: line.quantity,
                  unit: line.unit,
                  amount: yuan(line.fen, language),
                })}
              </li>
            ))}
          </ul>
          {data.price.note && <p className={styles.text}>{data.price.note}</p>}
        </>
      )}
      {data.technical?.answers.map(({ criterion, text }) => (
        <section key={criterion}>
          <h4>{criterion}</h4>
          <p className={styles.text}>{text}</p>
        </section>
      ))}
      {data.technical && data.technical.attachments.length > 0 && (
        <>
          <h4>{t('contents.files')}</h4>
          <ul className={styles.people}>
            {data.technical.attachments.map(({ segment, name }) => (
              <li key={segment}>
                <a href={paths.bidSegment(bid, segment)} download={plainName(name)}>
                  {plainName(name)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}
