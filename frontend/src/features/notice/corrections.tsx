import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CorrectingNotice, Notice } from '../../api/types'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Banner } from '../../ui/banner'
import { CorrectionDiff } from '../../ui/correction-diff'
import styles from './notice-page.module.css'
import { Related } from './related'

/** Before anything else: that what one reads is a correction, or was corrected. */
export function CorrectionBanner({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notice')
  const language = useLanguage()
  if (notice.corrects)
    return (
      <Banner tone="amber">
        {t('corrected.corrects', { number: notice.corrects.number })}{' '}
        <Link to={paths.notice(notice.corrects.noticeId)}>{t('corrected.call')}</Link>
      </Banner>
    )
  const last =
    notice.type === 'PROCUREMENT' ? notice.corrections.filter(({ corrected }) => corrected).at(-1) : undefined
  if (last === undefined) return null
  return (
    <Banner tone="amber">
      {t('corrected.lead', { at: dateTime(last.publishedAt, language) })}{' '}
      <a href="#corrections">{t('corrected.what')}</a>
    </Banner>
  )
}

/** Old and new side by side, the last correction first; one that is older than the platform has only its notice. */
export function Corrections({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notice')
  const { corrects } = notice
  if (corrects)
    return (
      <section id="corrections" className={styles.corrected}>
        <h2>{t('corrected.title')}</h2>
        <p className={styles.text}>{t('corrected.reason', { reason: corrects.reason })}</p>
        <CorrectionDiff
          items={corrects.items}
          before={corrects.deadline}
          after={notice.deadline ?? corrects.deadline}
        />
        <p className={styles.meta}>{t('corrected.whole')}</p>
      </section>
    )
  const own = notice.corrections.filter(({ corrected }) => corrected?.noticeId === notice.id).reverse()
  const others = notice.corrections.filter((one) => !own.includes(one))
  return (
    <>
      {own.length > 0 && (
        <section id="corrections">
          <h2>{t('related.corrections')}</h2>
          {own.map((one) => (
            <One key={one.id} correction={one} />
          ))}
        </section>
      )}
      <Related title={t('related.corrections')} notices={others} />
    </>
  )
}

function One({ correction }: { correction: CorrectingNotice }) {
  const { t } = useTranslation('notice')
  const language = useLanguage()
  const { corrected, deadline } = correction
  if (!corrected) return null
  return (
    <article>
      <h3>
        <Link to={paths.notice(correction.id)}>{correction.title}</Link>
      </h3>
      <p className={styles.meta}>
        <span>{t('number', { number: correction.number })}</span>
        <span>{t('publishedAt', { at: dateTime(correction.publishedAt, language) })}</span>
      </p>
      <p className={styles.text}>{t('corrected.reason', { reason: corrected.reason })}</p>
      <CorrectionDiff items={corrected.items} before={corrected.deadline} after={deadline ?? corrected.deadline} />
    </article>
  )
}
