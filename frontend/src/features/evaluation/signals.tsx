import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Signals as Found } from '../../api/types'
import { Remarks } from '../../ui/remarks'
import { Skeleton } from '../../ui/skeleton'
import styles from './evaluation.module.css'
import { signalsOf } from './queries'

/** What machines found in common between bids: hints for those who judge them, each with its article. */
export function Signals({ lot }: { lot: string }) {
  const { t } = useTranslation('signals')
  const { data, error } = useQuery(signalsOf(lot))
  return (
    <section className={styles.part} aria-labelledby="signals-title">
      <h2 id="signals-title">{t('title')}</h2>
      <p className={styles.text}>{t('lead')}</p>
      {data === undefined ? (
        error === null ? (
          <Skeleton lines={4} />
        ) : (
          <p className={styles.quiet}>{t('unreachable')}</p>
        )
      ) : data.foundAt === null ? (
        <p role="status">{t('comparing')}</p>
      ) : (
        <Comparison found={data} />
      )}
    </section>
  )
}

function Comparison({ found }: { found: Found }) {
  const { t } = useTranslation('signals')
  const names = (those: { name: string }[]) => <b>{those.map(({ name }) => name).join(t('separator'))}</b>
  return (
    <>
      <p role="status">
        {found.items.length === 0
          ? t('none', { count: found.bids })
          : t('found', { count: found.items.length + found.omitted, bids: found.bids })}
      </p>
      <Remarks
        suggestionLabel=""
        items={found.items.map((signal, place) => ({
          key: String(place),
          tone: 'doubt',
          toneName: t(`kind.${signal.kind}`),
          where: names(signal.bids),
          text: signal.excerpt == null ? signal.found : t('excerpt', { found: signal.found, words: signal.excerpt }),
          rule: signal.article,
        }))}
      />
      {found.omitted > 0 && <p>{t('omitted', { count: found.omitted })}</p>}
      {!found.priced && <p className={styles.quiet}>{t('pricesLater')}</p>}
      <p className={styles.quiet}>{t('limits')}</p>
      {found.relations.length > 0 && (
        <>
          <h3>{t('relations')}</h3>
          <Remarks
            suggestionLabel=""
            items={found.relations.map((relation, place) => ({
              key: String(place),
              tone: relation.severity === 'BLOCK' ? 'wrong' : 'doubt',
              toneName: t(`severity.${relation.severity}`),
              where: names(relation.bodies),
              text: relation.fact,
              rule: relation.article,
            }))}
          />
        </>
      )}
    </>
  )
}
