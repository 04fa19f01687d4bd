import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { date, yuan, yuanShort } from '../../lib/format'
import { categoryOf, regionOf } from '../../lib/reference'
import { useLanguage } from '../../lib/use-language'
import styles from './chips.module.css'
import { filtersOn, type NoticeSearch, refined, writeNoticeSearch } from './search-params'

/** The filters that stand, each with its way off; `shown` where not all of them apply. */
export function Chips({ ask, shown = ask }: { ask: NoticeSearch; shown?: NoticeSearch }) {
  const { t } = useTranslation('search')
  const { t: words } = useTranslation()
  const language = useLanguage()
  if (filtersOn(shown) === 0) return null
  const without = <K extends 'type' | 'region' | 'category' | 'method' | 'status' | 'department'>(
    name: K,
    value: string,
  ) => refined(ask, { [name]: ask[name].filter((one) => one !== value) })
  const money = (fen: number) => yuanShort(fen, language) ?? yuan(fen, language)
  return (
    <ul className={styles.chips} aria-label={t('chips.label')}>
      {shown.status.map((status) => (
        <Chip key={status} to={without('status', status)} name={words(`noticeStatus.${status}`)} />
      ))}
      {shown.region.map((code) => (
        <Chip key={code} to={without('region', code)} name={<RegionName code={code} />} />
      ))}
      {shown.category.map((code) => (
        <Chip key={code} to={without('category', code)} name={<CategoryName code={code} />} />
      ))}
      {shown.minAmountFen !== null && (
        <Chip to={refined(ask, { minAmountFen: null })} name={t('chips.min', { amount: money(shown.minAmountFen) })} />
      )}
      {shown.maxAmountFen !== null && (
        <Chip to={refined(ask, { maxAmountFen: null })} name={t('chips.max', { amount: money(shown.maxAmountFen) })} />
      )}
      {(['deadlineFrom', 'deadlineTo', 'publishedFrom', 'publishedTo'] as const).map((name) => {
        const day = shown[name]
        return (
          day && (
            <Chip
              key={name}
              to={refined(ask, { [name]: null })}
              name={t(`chips.${name}`, { day: date(day, language) })}
            />
          )
        )
      })}
      {shown.type.map((type) => (
        <Chip key={type} to={without('type', type)} name={words(`noticeType.${type}`)} />
      ))}
      {shown.method.map((code) => (
        <Chip
          key={code}
          to={without('method', code)}
          name={words(`method.${code as 'BT_COMPARE'}`, { defaultValue: code })}
        />
      ))}
      {shown.department.map((id) => (
        <Chip key={id} to={without('department', id)} name={t('chips.department')} />
      ))}
      <li>
        <Link className={styles.clear} to={{ search: writeNoticeSearch({ q: ask.q, sort: ask.sort }).toString() }}>
          {t('chips.clear')}
        </Link>
      </li>
    </ul>
  )
}

function Chip({ to, name }: { to: { search: string }; name: ReactNode }) {
  const { t } = useTranslation('search')
  return (
    <li>
      <Link className={styles.chip} to={to} preventScrollReset>
        <span className="visually-hidden">{t('chips.remove')}</span>
        {name}
        <span aria-hidden="true">×</span>
      </Link>
    </li>
  )
}

const RegionName = ({ code }: { code: string }) => useQuery(regionOf(code)).data?.fullName ?? code
const CategoryName = ({ code }: { code: string }) => useQuery(categoryOf(code)).data?.name ?? code
