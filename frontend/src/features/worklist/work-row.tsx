import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { WorkItem } from '../../api/types'
import { useNow } from '../../lib/clock'
import { date, dayIn } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { ActionLink, Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import { DeedDialog } from './deed-dialog'
import styles from './worklist.module.css'

const DAY = 86_400_000
const URGENT_DAYS = 7

interface WorkRowProps {
  item: WorkItem
  office: 'county' | 'street' | 'community'
}

/** Where the thing is done that cannot be done here: papers want to be read first. */
function placeOf({ matter, subjectId }: WorkItem, office: WorkRowProps['office']): string | null {
  switch (matter) {
    case 'APPLICATION':
      return paths.editFiling(subjectId)
    case 'OPINION':
    case 'REVIEW':
    case 'REQUEST':
    case 'UNFEDERATED':
      return paths.filing(subjectId)
    case 'DECLARATION':
      return paths.confirmations
    case 'GRADE_ENDS':
    case 'QUALIFICATION_ENDS':
    case 'TAX_ENDS':
      return paths.keptBody(subjectId)
    case 'FILING_ENDS':
      return office === 'street' ? null : paths.filing(subjectId)
    default:
      return null
  }
}

/** The record that one reads about it. */
function pageOf({ matter }: WorkItem, id: string): string {
  switch (matter) {
    case 'SAME_HEAD':
    case 'SAME_NAME':
    case 'DECLARATION':
    case 'GRADE_ENDS':
    case 'QUALIFICATION_ENDS':
    case 'TAX_ENDS':
      return paths.keptBody(id)
    case 'MEMBERSHIP':
      return paths.memberships
    default:
      return paths.filing(id)
  }
}

/** What waits, since when or until when, and the one button. */
export function WorkRow({ item, office }: WorkRowProps) {
  const { t } = useTranslation('worklist')
  const [open, setOpen] = useState(false)
  const place = placeOf(item, office)
  const elsewhere = place !== null && item.matter === 'FILING_ENDS'
  const looksOnly = elsewhere || item.matter === 'UNFEDERATED'
  const action = t(`action.${elsewhere ? 'LOOK' : item.matter}`)
  const named = t('actionNamed', { action, name: item.name })
  return (
    <li className={styles.row} data-row>
      <div>
        <p className={styles.matter}>
          <span>{t(`matter.${item.matter}`)}</span>
          <Day item={item} />
        </p>
        <h2 className={styles.name}>
          <Link to={pageOf(item, item.subjectId)}>{item.name}</Link>
        </h2>
        <p className={styles.place}>
          {item.region.name}
          <Word item={item} />
        </p>
        {item.others.length > 0 && (
          <ul className={styles.others} aria-label={t('others')}>
            {item.others.map(({ id, name }) => (
              <li key={id}>
                <Link to={pageOf(item, id)}>{name}</Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      {place === null ? (
        <Button aria-label={named} onClick={() => setOpen(true)}>
          {action}
        </Button>
      ) : (
        <ActionLink weight={looksOnly ? 'ghost' : 'primary'} to={place} aria-label={named}>
          {action}
        </ActionLink>
      )}
      {open && <DeedDialog item={item} onClose={() => setOpen(false)} />}
    </li>
  )
}

/** Since when it waits; or how long is left, in vermilion when that is little. */
function Day({ item: { day, matter } }: { item: WorkItem }) {
  const { t } = useTranslation('worklist')
  const language = useLanguage()
  const today = dayIn(useNow())
  if (day === null) return null
  const ends = matter.endsWith('_ENDS')
  const left = Math.round((Date.parse(day) - Date.parse(today)) / DAY)
  const words = !ends
    ? t('since', { day: date(day, language) })
    : left < 0
      ? t('ended', { day: date(day, language) })
      : t('left', { day: date(day, language), count: left })
  return (
    <time dateTime={day} className={cx(ends && left <= URGENT_DAYS && styles.urgent)}>
      {words}
    </time>
  )
}

/** What exactly it is about, where the title does not say it. */
function Word({ item: { wish, grade, qualification, tax, declared, word } }: { item: WorkItem }) {
  const { t } = useTranslation('worklist')
  const { t: codes } = useTranslation('registry')
  const code = grade ?? qualification ?? tax
  const said =
    wish !== null
      ? t(`asked.${wish}`)
      : declared !== null
        ? t('declared', { count: declared })
        : code !== null
          ? codes(`code.${code}`)
          : word
  return said === null ? null : <span>{said}</span>
}
