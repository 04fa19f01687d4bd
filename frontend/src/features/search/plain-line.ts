import { useTranslation } from 'react-i18next'
import type { NoticeHit } from '../../api/types'
import { useNow } from '../../lib/clock'
import { shortDateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'

/** 谁买什么: one plain sentence above every official title. */
export function usePlainLine() {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const now = useNow()
  return ({ type, status, deadline, department, categories }: NoticeHit): string => {
    const what =
      categories.length > 0
        ? categories
            .map(({ name }) => name)
            .slice(0, 2)
            .join(t('plain.and'))
        : t('plain.service')
    const who = department.name
    if (type !== 'PROCUREMENT') return t(`plain.${type}`, { who, what })
    if (deadline === null) return t('plain.PROCUREMENT', { who, what })
    const at = shortDateTime(deadline, language, now)
    return t(status === 'OPEN' ? 'plain.open' : 'plain.closed', { who, what, at })
  }
}
