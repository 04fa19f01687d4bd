import { useTranslation } from 'react-i18next'
import type { PortalResult } from '../../api/types'
import { dateTime, yuan } from '../../lib/format'
import { pointsText } from '../../lib/points'
import { useLanguage } from '../../lib/use-language'
import styles from './portal-result.module.css'

type Line = [label: string, value: string | null | undefined]

/** All of it to read, in the order of the official form. */
export function Written({ stands: { result } }: { stands: PortalResult }) {
  const { t } = useTranslation('portal-result')
  const language = useLanguage()
  const { service, agencyFee, official } = result
  const money = (fen: number | null | undefined) => (fen === null || fen === undefined ? null : yuan(fen, language))
  return (
    <>
      {result.winners.map((one, at) => (
        <Lines
          key={one.creditCode}
          title={t(one.partner ? 'numbered.partner' : 'numbered.winners', { number: at + 1 })}
          lines={[
            [t('field.name'), one.name],
            [t('field.creditCode'), one.creditCode],
            [t('field.address'), one.address],
            [t('field.amountFen'), money(one.amountFen)],
            [t('field.rate'), one.rate],
            [t('field.scoreHundredths'), one.scoreHundredths === null ? null : pointsText(one.scoreHundredths)],
            [t('field.evaluationPriceFen'), money(one.evaluationPriceFen)],
            [t('winners.registry'), t(one.body === null ? 'winners.typed' : 'winners.found')],
          ]}
        />
      ))}
      <Lines
        title={t('service.title')}
        lines={[
          [t('field.serviceName'), service.name],
          [t('field.scope'), service.scope],
          [t('field.requirements'), service.requirements],
          [t('field.time'), service.time],
          [t('field.standards'), service.standards],
        ]}
      />
      <Lines
        title={t('panel.title')}
        lines={result.panel.map((one, at) => [
          t('numbered.panel', { number: at + 1 }),
          one.ofDepartment ? t('panel.representative', { name: one.name }) : one.name,
        ])}
      />
      <Lines
        title={t('fee.title')}
        lines={
          agencyFee === null
            ? [[t('field.feeFen'), t('fee.none')]]
            : [
                [t('field.standard'), agencyFee.standard],
                [t('field.feeFen'), money(agencyFee.amountFen)],
              ]
        }
      />
      <Lines title={t('other')} lines={[[t('field.otherMatters'), result.otherMatters ?? t('nothingMore')]]} />
      <Lines
        title={t('official.title')}
        lines={[
          [t('official.medium'), official?.medium],
          [t('official.noticeId'), official?.noticeId],
          [t('official.publishedAt'), official?.publishedAt ? dateTime(official.publishedAt, language) : null],
        ]}
      />
      {official?.url && (
        <p>
          <a href={official.url} rel="noreferrer" target="_blank">
            {t('official.compare')}
          </a>
        </p>
      )}
    </>
  )
}

function Lines({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <section className={styles.lines}>
      <h2>{title}</h2>
      <dl>
        {lines
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
