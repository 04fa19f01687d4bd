import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OrganizationSummary } from '../../api/types'
import { paths } from '../../lib/paths'
import { Highlight } from '../../ui/highlight'
import styles from './organization.module.css'
import { StatusWord } from './status-word'

export const addressOf = ({ id, kind }: { id: string; kind: string }) =>
  kind === 'FEDERATION' ? paths.federation(id) : paths.organization(id)

/** One body in a list: what it is, where, what it does, and through whom it works. */
export function OrganizationRow({ organization }: { organization: OrganizationSummary }) {
  const { t } = useTranslation('organization')
  const { kind, legalForm, grade, region, categories, federation, status } = organization
  return (
    <li className={styles.row} data-row>
      <div>
        <h3>
          <Link to={addressOf(organization)}>
            {organization.highlight === null ? organization.name : <Highlight text={organization.highlight} />}
          </Link>
        </h3>
        <p className={styles.meta}>
          <span>{region.name}</span>
          <span>{kind === 'LEGAL_PERSON' && legalForm !== null ? t(`form.${legalForm}`) : t(`kind.${kind}`)}</span>
          {grade && <span>{t('row.grade', { grade: t(`grade.${grade as 'A5'}`, { defaultValue: grade }) })}</span>}
          {federation && (
            <span>
              {t('row.through')} <Link to={paths.federation(federation.id)}>{federation.name}</Link>
            </span>
          )}
        </p>
        {categories.length > 0 && (
          <p className={styles.does}>
            {t('row.does', { what: categories.map(({ name }) => name).join(t('row.and')) })}
          </p>
        )}
      </div>
      <StatusWord status={status} />
    </li>
  )
}
