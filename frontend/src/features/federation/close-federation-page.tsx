import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { FederationClosure } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Page } from '../../ui/page'
import { ClosingForm } from './closing-form'
import styles from './federation.module.css'
import { closureOf } from './queries'

/** 停办联合会: what ends today stands there by name before anything is pressed. */
export function CloseFederationPage() {
  const { t } = useTranslation('federation')
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(closureOf(id))
  return (
    <Page title={t('close.title')} narrow>
      <p>
        <Link to={paths.keptBody(id)}>{data.federation.name}</Link>
      </p>
      <header className={styles.head}>
        <p>{data.street.name}</p>
        <h1>{t('close.titleOf', { name: data.federation.name })}</h1>
        <p className={styles.lead}>{t('close.lead')}</p>
      </header>
      <Consequences closure={data} />
      <ClosingForm closure={data} />
    </Page>
  )
}

function Consequences({ closure }: { closure: FederationClosure }) {
  const { t } = useTranslation('federation')
  const language = useLanguage()
  const { members, waiting, mandates, agreements, today } = closure
  return (
    <section aria-labelledby="ends-title" className={styles.form}>
      <h2 id="ends-title">{t('close.ends', { today: date(today, language) })}</h2>
      <ul className={styles.means}>
        <li>
          {t('close.members', { count: members.length })}
          <Names bodies={members} />
        </li>
        <li>{t('close.mandates', { count: mandates })}</li>
        <li>
          {t('close.agreements', { count: agreements.length })}
          {agreements.length > 0 && (
            <ul>
              {agreements.map(({ group, scope, to }) => (
                <li key={group.id + scope}>{t('close.hosted', { name: group.name, scope, to: date(to, language) })}</li>
              ))}
            </ul>
          )}
        </li>
        {waiting.length > 0 && (
          <li>
            {t('close.waiting', { count: waiting.length })}
            <Names bodies={waiting} />
          </li>
        )}
        <li>{t('close.told')}</li>
        <li>{t('close.stays')}</li>
        <li>{t('close.street', { street: closure.street.name })}</li>
      </ul>
    </section>
  )
}

const FEW = 6

/** A few stand open, many are folded away. */
function Names({ bodies }: { bodies: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation('federation')
  if (bodies.length === 0) return null
  const list = (
    <ul>
      {bodies.map(({ id, name }) => (
        <li key={id}>
          <Link to={paths.organization(id)}>{name}</Link>
        </li>
      ))}
    </ul>
  )
  if (bodies.length <= FEW) return list
  return (
    <details>
      <summary>{t('close.all', { count: bodies.length })}</summary>
      {list}
    </details>
  )
}
