import { useTranslation } from 'react-i18next'
import type { Requirement } from '../../api/types'

/** What a requirement is called: the server's text where it has one, else its kind in plain words. */
export function useRequirementWords() {
  const { t } = useTranslation('matching')
  return ({ kind, text, qualification, year, count }: Requirement): string =>
    text ||
    t(`requirement.${kind as 'LEGAL_PERSON'}`, {
      defaultValue: kind,
      ...({ qualification: qualification ?? '', year: year ?? '', number: count ?? 1 } as Record<
        string,
        string | number
      >),
    })
}
