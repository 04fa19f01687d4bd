import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsortiumAgreement } from '../../../api/types'
import { dateTime } from '../../../lib/format'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { Digest } from '../../../ui/digest'
import { Mark, type Tone } from '../../../ui/strip'
import division from '../division.module.css'
import { shareWords } from '../parts/shares'
import styles from './consortium.module.css'

const TONE: Record<ConsortiumAgreement['members'][number]['state'], Tone> = {
  ASKED: 'unknown',
  SIGNED: 'met',
  REFUSED: 'not',
  TAKEN_BACK: 'not',
  LAPSED: 'unknown',
}

/** The whole text with who signed it, made to be read on a phone and to be printed. */
export function AgreementText({ agreement, children }: { agreement: ConsortiumAgreement; children: ReactNode }) {
  const { t } = useTranslation('consortium')
  const language = useLanguage()
  const title = `agreement-${agreement.hash.slice(0, 12)}`
  return (
    <article className={styles.agreement} aria-labelledby={title}>
      <header>
        <h2 id={title}>{t('text.title', { name: agreement.lead.name })}</h2>
        {agreement.version === 0 && <p className={division.obstacle}>{t('text.earlier')}</p>}
      </header>
      <ol className={styles.members}>
        {agreement.members.map(({ body, work, share, state, answeredAt, by }) => (
          <li key={body.id}>
            <h3>
              {body.name}
              {body.id === agreement.lead.id && <small>{t('text.lead')}</small>}
            </h3>
            <dl>
              <dt>{t('text.work')}</dt>
              <dd>{work}</dd>
              <dt>{t('text.share')}</dt>
              <dd>{shareWords(share)}</dd>
            </dl>
            <p className={styles.state}>
              <Mark tone={TONE[state]} />
              {t(`state.${state}`)}
              {answeredAt !== null && (
                <small>
                  {state === 'SIGNED' && by} {dateTime(answeredAt, language)}
                </small>
              )}
            </p>
          </li>
        ))}
      </ol>
      <h3>{t('text.terms')}</h3>
      {language !== 'zh-CN' && <p className={styles.quiet}>{t('text.termsLanguage')}</p>}
      <div className={styles.terms} lang="zh-CN">
        {agreement.terms.split('\n').map((term) => (
          <p key={term}>{term}</p>
        ))}
      </div>
      <Digest value={agreement.hash} label={t('text.digest')} />
      {children}
      <p className="no-print">
        <Button weight="quiet" onClick={() => window.print()}>
          {t('text.print')}
        </Button>
      </p>
    </article>
  )
}
