import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dateTime } from '../../../lib/format'
import { paths } from '../../../lib/paths'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { ConfirmDialog } from '../../../ui/confirm-dialog'
import { ErrorSummary } from '../../../ui/error-summary'
import { useToast } from '../../../ui/toast'
import { useReplaceHolders } from './mutations'
import styles from './opening.module.css'
import { holdersOf } from './queries'

/** 更换开启人: while bids are given, for the department whose people's keys hold no more. */
export function ReplaceHolders({ lot, approver }: { lot: string; approver: boolean }) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const say = useToast()
  const { data: holders } = useQuery(holdersOf(lot))
  const replace = useReplaceHolders(lot)
  const [asked, setAsked] = useState(false)
  if (holders === undefined || !holders.open) return null
  const { gone, missing, replacedAt, replacedBy } = holders
  if (gone.length === 0 && replacedAt === null) return null
  const done = () => {
    setAsked(false)
    say({ text: t('replace.done') })
  }
  return (
    <section className={styles.part} aria-labelledby="replace-title">
      <h2 id="replace-title">{t(gone.length === 0 ? 'replace.titleDone' : 'replace.title')}</h2>
      {replacedAt !== null && (
        <p>{t('replace.last', { at: dateTime(replacedAt, language), name: replacedBy ?? '' })}</p>
      )}
      {gone.length > 0 && (
        <>
          <ul>
            {gone.map(({ kid, group, owner, by }) => (
              <li key={kid}>{group === 'PLATFORM' ? t('replace.platform') : t(`replace.by.${by}`, { owner })}</li>
            ))}
          </ul>
          <p>{t('replace.means')}</p>
          <ErrorSummary errors={replace.isError ? [{ message: replace.error.message }] : []} />
          {missing > 0 ? (
            <p>
              {t('replace.missing', { count: missing })} <Link to={paths.keys}>{t('replace.toKeys')}</Link>
            </p>
          ) : approver ? (
            <p>
              <Button onClick={() => setAsked(true)}>{t('replace.do')}</Button>
            </p>
          ) : (
            <p>{t('replace.byApprover')}</p>
          )}
        </>
      )}
      <ConfirmDialog
        open={asked}
        title={t('replace.ask')}
        send={t('replace.do')}
        keep={t('replace.cancel')}
        weight="primary"
        busy={replace.isPending}
        onSend={() => replace.mutate(undefined, { onSuccess: done, onError: () => setAsked(false) })}
        onClose={() => setAsked(false)}
      >
        <p>{t('replace.what')}</p>
      </ConfirmDialog>
    </section>
  )
}
