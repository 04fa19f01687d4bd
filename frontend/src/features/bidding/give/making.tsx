import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ConsortiumAgreement, NoticeLot } from '../../../api/types'
import { paths } from '../../../lib/paths'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { ErrorSummary, type FieldError } from '../../../ui/error-summary'
import { TextArea } from '../../../ui/field'
import { FormSection } from '../../../ui/form-section'
import { allocationOf as allocationOfMembers, others } from '../consortium/agreement-draft'
import { AllocationTable } from '../parts/allocation-table'
import { allocationOf, partsGaps } from '../parts/parts-draft'
import type { Parts } from '../parts/use-parts'
import { WhoDoesWhat } from '../parts/who-does-what'
import { Attachments } from './attachments'
import { answerField, asked, FILES_FIELD, type Gap, gapsOf, MOST_FILES, totalFen } from './bid-draft'
import { contentsOf } from './contents'
import { declarationGaps, declarationsOf } from './declarations'
import { Declared } from './declared'
import styles from './give.module.css'
import { Independence } from './independence'
import { OtherTab } from './other-tab'
import { PriceLines } from './price-lines'
import type { Trust } from './proven-holders'
import { foreseenOf, standingOf } from './queries'
import { Replacing } from './replacing'
import { type Contents, NO_ROSTER, Sealing } from './sealing-steps'
import { StandingFacts } from './standing-facts'
import { useDraft } from './use-draft'

export interface MakingProps {
  lot: NoticeLot
  noticeDigest: string
  organization: string
  account: string
  trust: Trust
  /** The body's own bid in whose place this one comes. */
  replaces: string | null
  onGiven: () => void
  /** Of a federation: with which groups it bids. */
  parts?: Parts
  /** Whether the notice takes consortia. */
  takesConsortia: boolean
  /** That all signed, when the body bids as the lead of one. */
  consortium?: ConsortiumAgreement | undefined
}

/** The bid from its draft to its envelope. */
export function Making({
  lot,
  noticeDigest,
  organization,
  account,
  trust,
  replaces,
  onGiven,
  parts,
  takesConsortia,
  consortium,
}: MakingProps) {
  const { t } = useTranslation('bid')
  const { t: words } = useTranslation('roster')
  const { data: standing } = useSuspenseQuery(standingOf(lot.id, organization))
  const { data: contest } = useSuspenseQuery(foreseenOf(lot.id, organization))
  const c02 = contest.foreseen.find(({ rule }) => rule === 'C02')
  const typed = useDraft(organization, lot.id)
  const { draft, change } = typed
  const [files, setFiles] = useState<File[]>([])
  const [problems, setProblems] = useState<FieldError[]>([])
  const [clearing, setClearing] = useState(false)
  const [contents, setContents] = useState<Contents | null>(null)
  const criteria = asked(lot.criteria)
  const budgetFen = lot.budgetFen ?? 0
  const clear = () => {
    typed.clear()
    setFiles([])
    setProblems([])
    setClearing(false)
  }
  const missing = draft.fileNames.filter((name) => !files.some((file) => file.name === name))
  const choose = (chosen: File[]) => {
    setFiles(chosen)
    const names = chosen.map(({ name }) => name)
    change({ ...draft, fileNames: [...names, ...missing.filter((name) => !names.includes(name))] })
  }
  const priceFen = totalFen(draft.lines)
  const together = parts?.together === true ? parts : null
  const allocation = () => {
    if (consortium !== undefined) return allocationOfMembers(consortium, priceFen ?? 0)
    return together === null ? null : allocationOf(together.roster, priceFen ?? 0)
  }
  const gapWords = (gap: Gap): FieldError => ({
    field: gap.field,
    message: t(`gap.${gap.kind}`, { ...gap, count: MOST_FILES }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const gaps = gapsOf(draft, lot.criteria, budgetFen, files)
    // In the order of the page.
    const found = [
      ...(c02 === undefined || draft.independent
        ? []
        : [{ field: 'independence', message: words('independence.gap') }]),
      ...declarationGaps(contest.declared, draft).map(({ kind, field, number }) => ({
        field,
        message: t(`declare.gap.${kind}`, { number }),
      })),
      ...(together === null ? [] : partsGaps(together.roster, together.changed, priceFen)).map((gap) => ({
        field: 'parts',
        message: words(`gap.${gap.kind}`, 'names' in gap ? { names: gap.names } : {}),
      })),
      ...gaps.map(gapWords),
    ]
    setProblems(found)
    if (found.length > 0) return
    setContents({
      parts: contentsOf({
        draft,
        criteria: criteria.map(({ name }) => name),
        files,
        standing,
        statements: [
          ...(c02 === undefined ? [] : [{ rule: 'C02', article: c02.article, text: words('independence.tick') }]),
          ...declarationsOf(contest.declared, draft, (answer) => t(`declare.answer.${answer}`)),
        ],
        allocation: allocation(),
      }),
      actingFor: consortium
        ? others(consortium).map(({ body }) => body.id)
        : (together?.roster.parts.map(({ group }) => group.id).sort() ?? []),
      rosterHash: consortium?.hash ?? together?.roster.hash ?? NO_ROSTER,
    })
  }
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  if (standing.eligibility === 'NOT_ELIGIBLE' || standing.eligibility === 'THROUGH_FEDERATION') {
    return (
      <FormSection number={1} title={t('section.bidder')}>
        <Banner tone="vermilion">{t('notEligible')}</Banner>
        <StandingFacts lot={lot.id} standing={standing} />
      </FormSection>
    )
  }
  const first = parts === undefined ? 2 : 3
  if (contents !== null) {
    return (
      <Sealing
        contents={contents}
        number={first + 3}
        draft={{ lotId: lot.id, noticeHash: noticeDigest, orgId: organization, replaces }}
        account={account}
        trust={trust}
        onBack={() => setContents(null)}
        onGiven={onGiven}
      />
    )
  }
  return (
    <>
      {replaces !== null && <Replacing />}
      {typed.elsewhere && <OtherTab onTakeOver={typed.takeOver} onKeep={typed.keepOwn} />}
      <ErrorSummary errors={problems} />
      <FormSection number={1} title={t('section.bidder')} lead={t('section.bidderLead')}>
        {standing.eligibility === 'ELIGIBLE_WITH_GAPS' && <Banner tone="amber">{t('withGaps')}</Banner>}
        <StandingFacts lot={lot.id} standing={standing} />
        {c02 !== undefined && (
          <Independence
            article={c02.article}
            stated={draft.independent}
            onState={(independent) => change({ ...draft, independent })}
          />
        )}
        {contest.declared.length > 0 && (
          <Declared rules={contest.declared} draft={draft} onChange={change} errorOf={errorOf} />
        )}
        {!takesConsortia && (
          <p className={styles.quiet}>
            {words('consortium.no')}{' '}
            <Link to={paths.beforeBidding(lot.id, { bidder: organization })}>{words('consortium.more')}</Link>
          </p>
        )}
      </FormSection>
      {parts !== undefined && (
        <FormSection number={2} title={words('section')} lead={words('sectionLead')}>
          <WhoDoesWhat parts={parts} priceFen={priceFen} />
        </FormSection>
      )}
      <form onSubmit={submit} noValidate>
        <FormSection number={first} title={t('section.price')} lead={t('section.priceLead')}>
          <PriceLines draft={draft} budgetFen={budgetFen} errorOf={errorOf} onChange={change} />
          {consortium !== undefined && priceFen !== undefined && (
            <AllocationTable allocation={allocationOfMembers(consortium, priceFen)} />
          )}
        </FormSection>
        <FormSection number={first + 1} title={t('section.plan')} lead={t('section.planLead')}>
          {criteria.map(({ name, weight }, index) => (
            <TextArea
              key={name}
              id={answerField(index)}
              label={t('plan.criterion', { name, weight })}
              rows={7}
              maxLength={20_000}
              value={draft.answers[name] ?? ''}
              error={errorOf(answerField(index))}
              onChange={({ target }) => change({ ...draft, answers: { ...draft.answers, [name]: target.value } })}
            />
          ))}
        </FormSection>
        <FormSection number={first + 2} title={t('section.files')} lead={t('section.filesLead')}>
          <Attachments
            files={files}
            missing={missing}
            error={errorOf(FILES_FIELD)}
            onChange={choose}
            onForget={() => change({ ...draft, fileNames: files.map(({ name }) => name) })}
          />
        </FormSection>
        <p className={styles.ways}>
          <Button type="submit">{t('toSeal')}</Button>
          <Button weight="quiet" onClick={() => setClearing(true)}>
            {t('draft.clear')}
          </Button>
        </p>
        <p className={styles.quiet}>{t('draft.kept')}</p>
        <Dialog
          open={clearing}
          title={t('draft.clearTitle')}
          onClose={() => setClearing(false)}
          actions={
            <>
              <Button weight="danger" onClick={clear}>
                {t('draft.clear')}
              </Button>
              <Button weight="ghost" onClick={() => setClearing(false)}>
                {t('draft.keep')}
              </Button>
            </>
          }
        >
          <p>{t('draft.clearWhat')}</p>
        </Dialog>
      </form>
    </>
  )
}
