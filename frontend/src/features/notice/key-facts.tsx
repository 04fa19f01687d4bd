import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Notice } from '../../api/types'
import { dateTime } from '../../lib/format'
import { isRaised } from '../../lib/low-price'
import { isTender } from '../../lib/methods'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Deadline } from '../../ui/deadline'
import { Money } from '../../ui/money'
import { Term } from '../../ui/term'
import styles from './notice-page.module.css'

/** What most readers come for, as one short list. */
export function KeyFacts({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notice')
  const { t: words } = useTranslation()
  const language = useLanguage()
  const method = words(`method.${notice.method as 'BT_COMPARE'}`, { defaultValue: notice.method })
  const meaning = t(`methodMeaning.${notice.method as 'BT_COMPARE'}`, { defaultValue: '' })
  const won = isTender(notice.method) ? 'awarded.tender' : 'awarded.other'
  const { contact } = notice
  return (
    <section>
      <h2 className="visually-hidden">{t('keyFacts')}</h2>
      <dl className={styles.facts}>
        {notice.amountFen !== null && (
          <Fact name={t(notice.type === 'RESULT' ? won : 'budget')}>
            <Money fen={notice.amountFen} />
          </Fact>
        )}
        {notice.deadline !== null && (
          <Fact name={t('deadline')}>
            <Deadline at={notice.deadline} full />
          </Fact>
        )}
        {notice.openingAt !== null && <Fact name={t('opening')}>{dateTime(notice.openingAt, language)}</Fact>}
        <Fact name={t('department')}>
          <Link to={`${paths.notices}?department=${notice.department.id}`}>{notice.department.name}</Link>
        </Fact>
        <Fact name={t('region')}>{notice.region.name}</Fact>
        <Fact name={t('method')}>{meaning === '' ? method : <Term meaning={meaning}>{method}</Term>}</Fact>
        {notice.stagedOpening && <Fact name={t('staged.name')}>{t('staged.what')}</Fact>}
        {notice.supervisedOpening && <Fact name={t('supervised.name')}>{t('supervised.what')}</Fact>}
        {notice.acceptsConsortium && <Fact name={t('consortium.name')}>{t('consortium.what')}</Fact>}
        {isRaised(notice.lowPrice) && <Fact name={t('lowPrice.name')}>{t('lowPrice.ratios', notice.lowPrice)}</Fact>}
        <Fact name={t('purchaseNumber')}>{notice.purchaseNumber}</Fact>
        {contact && (
          <Fact name={t('contact')}>
            {contact.name}
            {contact.phone && (
              <>
                {' · '}
                <a href={`tel:${contact.phone}`}>{contact.phone}</a>
              </>
            )}
            {contact.email && (
              <>
                {' · '}
                <a href={`mailto:${contact.email}`}>{contact.email}</a>
              </>
            )}
          </Fact>
        )}
      </dl>
    </section>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
