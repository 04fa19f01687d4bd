import { useTranslation } from 'react-i18next'
import type { HolderKey } from '../../api/types'
import { useToast } from '../../ui/toast'
import { OtherKey, useOpenTest } from './mutations'
import { SecretForm } from './secret-form'

/** Opens a dummy envelope with the saved file: so one knows today that it will open on the day. */
export function OpenTest({ one }: { one: HolderKey }) {
  const { t } = useTranslation('keys')
  const say = useToast()
  const open = useOpenTest()
  const tried = async (file: File, passphrase: string) => {
    const purpose = await open.mutateAsync({ id: one.id, kid: one.kid, file, passphrase })
    say({ text: t(`test.done.${purpose}`) })
  }
  return (
    <SecretForm
      label={t('test.file')}
      hint={t('test.fileHint')}
      send={t(one.state === 'PROPOSED' ? 'test.prove' : 'test.rehearse')}
      busy={open.isPending}
      otherFile={(failure) => t(failure instanceof OtherKey ? 'test.otherKey' : 'test.noKey')}
      onSend={tried}
    />
  )
}
