import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opening, OwnKey } from '../../../api/types'
import { paths } from '../../../lib/paths'
import { useArrival } from '../../../lib/use-arrival'
import { Strip } from '../../../ui/strip'
import { useToast } from '../../../ui/toast'
import { SecretForm } from '../secret-form'
import { useGiveShares } from './mutations'
import styles from './opening.module.css'

interface HolderPartProps {
  opening: Opening
  /** The reader's own: several, when bids were sealed to different ones. */
  keys: OwnKey[]
  demo: boolean
}

/** One who holds a key opens the shares of this stage with it, in this browser. */
export function HolderPart({ opening, keys, demo }: HolderPartProps) {
  const { t } = useTranslation('opening')
  const say = useToast()
  const left = keys.filter(({ tookPart }) => !tookPart)
  const give = useGiveShares(
    opening.lotId,
    left.map(({ kid }) => kid),
  )
  const [share, setShare] = useState(0)
  const [times, setTimes] = useState(0)
  const heading = useArrival<HTMLHeadingElement>(times)
  const asked = (opening.state === 'OPENING' || opening.state === 'OPENING_PRICES') && opening.gatheredAt === null
  const gave = left.length < keys.length
  if (!asked && !gave) return null
  return (
    <section className={styles.part} aria-labelledby="holder-title">
      <h2 id="holder-title" ref={heading} tabIndex={-1}>
        {t('holder.title')}
      </h2>
      {gave && <Strip tone="met">{t(left.length === 0 ? 'holder.done' : 'holder.doneWithOne')}</Strip>}
      {asked && left.length > 0 && (
        <>
          <p>{t(opening.stage === 'TECHNICAL' ? 'holder.technical' : 'holder.lead')}</p>
          {keys.length > 1 && <p>{t('holder.several')}</p>}
          <SecretForm
            label={t('holder.file')}
            hint={t('holder.fileHint')}
            send={t('holder.open')}
            busy={give.isPending}
            onSend={async (file, passphrase) => {
              const unopened = await give.mutateAsync({ file, passphrase, tell: setShare })
              setTimes(times + 1)
              say({ text: unopened === 0 ? t('holder.given') : t('holder.givenBut', { count: unopened }) })
            }}
          >
            {give.isPending && <progress value={share} max={1} aria-label={t('holder.opening')} />}
          </SecretForm>
          {demo && (
            <p className={styles.quiet}>
              {t('holder.demo')}{' '}
              <a href={paths.demoKey} download>
                {t('holder.demoDownload')}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  )
}
