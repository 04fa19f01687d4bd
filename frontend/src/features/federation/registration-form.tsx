import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Finder } from '../../ui/finder'
import { useToast } from '../../ui/toast'
import styles from './federation.module.css'
import { useRegistration } from './mutations'
import { associationsNamed } from './queries'
import { Refused } from './refused'

/** Which registered association stands for the street; the rules are said before anything is pressed. */
export function RegistrationForm({ street }: { street: { code: string; name: string } }) {
  const { t } = useTranslation('federation')
  const navigate = useNavigate()
  const say = useToast()
  const register = useRegistration()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null)
  const [missing, setMissing] = useState(false)
  const found = useQuery(associationsNamed(words, street.code))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(chosen === null)
    if (chosen === null || register.isPending) return
    register.mutate(
      { organizationId: chosen.id, streetCode: street.code },
      {
        onSuccess: ({ id }) => {
          say({ text: t('register.done', { name: chosen.name, street: street.name }) })
          navigate(paths.federation(id))
        },
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <h2>{t('register.whom', { street: street.name })}</h2>
      <ErrorSummary
        errors={missing && chosen === null ? [{ field: 'association', message: t('register.missing') }] : []}
      />
      <Refused failure={register.error} />
      <ul className={styles.means}>
        <li>{t('register.rule1')}</li>
        <li>{t('register.rule2')}</li>
        <li>{t('register.rule3')}</li>
      </ul>
      <div id="association" tabIndex={-1}>
        <Finder
          label={t('register.find')}
          hint={t('register.findHint')}
          search={t('register.search')}
          busy={found.isFetching}
          onSearch={setWords}
          found={found.data?.items.map(({ id, name, creditCode, region }) => ({
            key: id,
            name,
            detail: [region.name, creditCode].filter(Boolean).join(' · '),
          }))}
          none={t('register.none')}
          act={({ key, name }) => (
            <Button
              weight="ghost"
              aria-pressed={chosen?.id === key}
              aria-label={t('register.chooseOf', { name })}
              onClick={() => setChosen({ id: key, name })}
            >
              {t(chosen?.id === key ? 'register.chosen' : 'register.choose')}
            </Button>
          )}
        />
      </div>
      {chosen !== null && (
        <p className={styles.mandate}>{t('register.sum', { name: chosen.name, street: street.name })}</p>
      )}
      <Button type="submit" busy={register.isPending}>
        {t('register.send')}
      </Button>
    </form>
  )
}
