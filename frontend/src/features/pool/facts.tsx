import { useTranslation } from 'react-i18next'
import type { Evaluator } from '../../api/types'
import { date } from '../../lib/format'
import { listed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import styles from './pool.module.css'

/** What is on record about somebody; the relations apart where they stand below to be changed. */
export function Facts({ entry, avoidances = true }: { entry: Evaluator; avoidances?: boolean }) {
  const { t } = useTranslation('pool')
  const language = useLanguage()
  const names = (all: readonly { name: string }[]) => listed(all.map(({ name }) => name))
  const lines = [
    ['number', entry.number],
    ['kind', t(`kind.${entry.kind}`)],
    ['employer', entry.employer],
    ['title', entry.title],
    ['phone', entry.phone],
    ['email', entry.email],
    [entry.kind === 'EXPERT' ? 'regionCode' : 'region', entry.region.name],
    ['places', entry.kind === 'EXPERT' ? names(entry.places) : null],
    ['fields', names(entry.fields)],
  ] as const
  return (
    <dl className={styles.facts}>
      {lines.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{t(`field.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {avoidances && (
        <div>
          <dt>{t('avoid.title')}</dt>
          <dd>
            {entry.avoidances.length === 0
              ? t('avoid.empty')
              : entry.avoidances.map(({ body, relation, until }) => (
                  <p key={body.id}>
                    {body.name} · {t(`relation.${relation}`)} ·{' '}
                    {until === null ? t('avoid.lasting') : t('avoid.ended', { day: date(until, language) })}
                  </p>
                ))}
          </dd>
        </div>
      )}
    </dl>
  )
}
