import { useTranslation } from 'react-i18next'
import type { Condition } from '../../api/types'

/** What a requirement is called: the server's text where it has one, else its kind in plain words. */
export function useRequirementWords() {
  const { t } = useTranslation('matching')
  return ({ kind, text, qualification, year, count }: Condition): string =>
    text ||
    t(`requirement.${kind}`, {
      defaultValue: kind,
      ...({ qualification: qualification ?? '', year: year ?? '', number: count ?? 1 } as Record<
        string,
        string | number
      >),
    })
}
