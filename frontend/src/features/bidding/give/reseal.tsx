import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OwnBid } from '../../../api/types'
import { paths } from '../../../lib/paths'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { FormSection } from '../../../ui/form-section'
import { SealError } from '../seal/fault'
import { SecretForm } from '../secret-form'
import styles from './give.module.css'
import { type OwnContents, ownContents } from './own-contents'
import type { Trust } from './proven-holders'
import { Sealing } from './sealing-steps'

interface ResealProps {
  bid: OwnBid
  /** Of the text that bids must answer now. */
  noticeDigest: string
  organization: string
  account: string
  trust: Trust
  onGiven: () => void
  /** Whoever has no file any more fills in the form again. */
  onAnew: () => void
}

/** The lot's holders were replaced: the same content is opened here and sealed to those who hold its keys now. */
export function Reseal({ bid, noticeDigest, organization, account, trust, onGiven, onAnew }: ResealProps) {
  const { t } = useTranslation('bid')
  const [share, setShare] = useState<number | null>(null)
  const [damaged, setDamaged] = useState(false)
  const [contents, setContents] = useState<OwnContents | null>(null)
  const open = async (file: File, passphrase: string) => {
    setDamaged(false)
    setShare(0)
    try {
      setContents(await ownContents(bid, file, passphrase, setShare))
    } catch (failure) {
      // Neither the file nor the words are to blame for what the platform sent.
      if (!(failure instanceof SealError) || failure.fault === 'PASSPHRASE' || failure.fault === 'MALFORMED')
        throw failure
      setDamaged(true)
    } finally {
      setShare(null)
    }
  }
  if (contents !== null) {
    return (
      <>
        {contents.noticeHash !== noticeDigest && (
          <Banner tone="amber" action={<Link to={paths.notice(bid.noticeId)}>{t('reseal.toNotice')}</Link>}>
            {t('reseal.corrected')}
          </Banner>
        )}
        <Sealing
          contents={contents}
          number={2}
          draft={{ lotId: bid.lotId, noticeHash: noticeDigest, orgId: organization, replaces: bid.id }}
          account={account}
          trust={trust}
          onBack={() => setContents(null)}
          onGiven={onGiven}
        />
      </>
    )
  }
  return (
    <FormSection number={1} title={t('reseal.title')} lead={t('reseal.lead')}>
      {damaged && <Banner tone="vermilion">{t('reseal.damaged')}</Banner>}
      <SecretForm
        label={t('reseal.file')}
        hint={t('reseal.fileHint')}
        send={t('reseal.open')}
        busy={share !== null}
        onSend={open}
      >
        {share !== null && <progress value={share} max={1} aria-label={t('reseal.opening')} />}
      </SecretForm>
      <p className={styles.quiet}>{t('reseal.lost')}</p>
      <p>
        <Button weight="ghost" onClick={onAnew}>
          {t('reseal.anew')}
        </Button>
      </p>
    </FormSection>
  )
}
