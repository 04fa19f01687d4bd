import type { UseFormRegisterReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Select, TextField } from './field'

type Control = UseFormRegisterReturn & { id: string; error: string | undefined }

interface OfficialFieldsProps {
  /** Media that may publish first. */
  media: readonly string[]
  medium: Control
  noticeId: Control
  url: Control
  publishedAt: Control
}

/** Where and when the statutory medium published a notice that is repeated here. */
export function OfficialFields({ media, medium, noticeId, url, publishedAt }: OfficialFieldsProps) {
  const { t } = useTranslation('official')
  return (
    <>
      <Select {...medium} label={t('medium')}>
        <option value="">{t('choose')}</option>
        {media.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
      <TextField {...noticeId} label={t('noticeId')} hint={t('noticeIdHint')} autoComplete="off" />
      <TextField {...url} label={t('url')} hint={t('urlHint')} type="url" inputMode="url" autoComplete="off" />
      <TextField {...publishedAt} label={t('publishedAt')} hint={t('publishedAtHint')} type="datetime-local" />
    </>
  )
}
