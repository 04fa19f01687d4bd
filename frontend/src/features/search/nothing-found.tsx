import { useTranslation } from 'react-i18next'
import { ActionLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { filtersOn, type NoticeSearch, refined, writeNoticeSearch } from './search-params'

/** Why nothing was found, and the nearest question that may find something. */
export function NothingFound({ ask }: { ask: NoticeSearch }) {
  const { t } = useTranslation('search')
  const parent = ask.region.length === 1 ? wider(ask.region[0] ?? '') : null
  const filtered = filtersOn(ask) > 0
  return (
    <EmptyState
      title={ask.q === '' ? t('nothing.title') : t('nothing.titleWith', { words: ask.q })}
      actions={
        <>
          {parent !== null && <ActionLink to={refined(ask, { region: [parent] })}>{t('nothing.wider')}</ActionLink>}
          {filtered && (
            <ActionLink weight="ghost" to={{ search: writeNoticeSearch({ q: ask.q }).toString() }}>
              {t('nothing.clear')}
            </ActionLink>
          )}
        </>
      }
    >
      <p>{t(filtered ? 'nothing.filters' : 'nothing.words')}</p>
    </EmptyState>
  )
}

const LENGTHS = [12, 9, 6, 4, 2]

/** The region above: codes have 2, 4, 6, 9 and 12 digits; above the province there is nothing. */
function wider(code: string): string | null {
  const up = LENGTHS.find((length) => length < code.length)
  return up === undefined ? null : code.slice(0, up)
}
