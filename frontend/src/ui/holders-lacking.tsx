import { useTranslation } from 'react-i18next'
import type { Lacking } from '../lib/holders'
import { paths } from '../lib/paths'
import { Banner } from './banner'
import { ActionLink } from './button'

function groupsOf({ department, supervision }: Lacking) {
  if (supervision === 0) return 'department'
  return department === 0 ? 'supervision' : 'both'
}

/** Who still needs a key before anybody can bid, and where keys are made. */
export function HoldersLacking({ lacking, here = false }: { lacking: Lacking; here?: boolean }) {
  const { t } = useTranslation('holding')
  return (
    <Banner
      tone="amber"
      action={
        !here && (
          <ActionLink weight="ghost" to={paths.keys}>
            {t('lacking.go')}
          </ActionLink>
        )
      }
    >
      {t(`lacking.${groupsOf(lacking)}`, { count: lacking.department })}
    </Banner>
  )
}
