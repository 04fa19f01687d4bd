import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Dossier, RecordedFact, RecordKind } from '../../api/types'
import { ownAddress, paths } from '../../lib/paths'
import { headed } from '../../lib/punctuation'
import { oneOf, text, whole } from '../../lib/search-params'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import { FactForm } from './fact-form'
import { FactGroups } from './fact-groups'
import { Gaps } from './gaps'
import { useDeclare, useTakeBack } from './mutations'
import { dossier } from './queries'
import styles from './registry.module.css'

/**
 * The body's own dossier, kept once for all bids.
 *
 * The address opens the form on what is missing: `?add=INSPECTION&year=2025`, `?add=STAFF&value=NURSE&number=2`.
 */
export function DossierPage() {
  const { t } = useTranslation('registry')
  const [params, setParams] = useSearchParams()
  const { data } = useSuspenseQuery(dossier)
  const kinds = data.declarable.map(({ kind }) => kind)
  const add = oneOf(params, 'add', kinds)
  const back = params.get('back')
  return (
    <Page title={t('dossier.title')} narrow>
      {back !== null && (
        <p>
          <Link to={ownAddress(back)}>{t('dossier.back')}</Link>
        </p>
      )}
      <h1>{t('dossier.title')}</h1>
      <p className={styles.lead}>{t('dossier.lead', { name: data.name })}</p>
      {add === null && params.has('add') && <p className={styles.note}>{t('dossier.notYours')}</p>}
      {add !== null && (
        <Declare
          key={params.toString()}
          kinds={kinds}
          start={{ kind: add, value: startOf(params, add) }}
          number={whole(params, 'number')}
          today={data.today}
          needsEvidence={(kind) => data.declarable.some((one) => one.kind === kind && one.needsEvidence)}
          onClose={() => setParams(back === null ? {} : { back })}
        />
      )}
      <section className={styles.part}>
        <h2>{t('dossier.todo')}</h2>
        <Gaps dossier={data} />
      </section>
      <section className={styles.part}>
        <h2>{t('dossier.all')}</h2>
        {add === null && kinds[0] !== undefined && (
          <Button onClick={() => setParams({ add: kinds[0] as RecordKind })}>{t('act.add')}</Button>
        )}
        {data.items.length === 0 && <EmptyState title={t('dossier.emptyTitle')}>{t('dossier.empty')}</EmptyState>}
        <Own facts={data.items} declarable={data.declarable} />
      </section>
    </Page>
  )
}

/** What the address already says about the value. */
function startOf(params: URLSearchParams, kind: RecordKind) {
  const year = whole(params, 'year')
  return kind === 'INSPECTION' && year !== null ? `${year}:` : text(params, 'value')
}

interface DeclareProps {
  kinds: RecordKind[]
  start: { kind: RecordKind; value: string }
  number: number | null
  today: string
  needsEvidence: (kind: RecordKind) => boolean
  onClose: () => void
}

function Declare({ kinds, start, number, today, needsEvidence, onClose }: DeclareProps) {
  const { t } = useTranslation('registry')
  const say = useToast()
  const declare = useDeclare()
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that opened the form may stand far below it.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={styles.part} aria-labelledby="declare-title">
      <h2 id="declare-title" ref={heading} tabIndex={-1}>
        {t('dossier.declare')}
      </h2>
      <p className={styles.lead}>{t('dossier.declareLead')}</p>
      <FactForm
        kinds={kinds}
        start={start}
        number={number}
        today={today}
        sourced={false}
        needsEvidence={needsEvidence}
        uploadTo="/api/me/dossier/evidence"
        busy={declare.isPending}
        failure={declare.error}
        onSend={(fact) =>
          declare.mutate(fact, {
            onSuccess: () => {
              say({ text: t('dossier.declared') })
              onClose()
            },
          })
        }
        onCancel={onClose}
      />
    </section>
  )
}

/** What the body declared it may take back until a registrar has confirmed it; a registrar's word it may not. */
function Own({ facts, declarable }: { facts: RecordedFact[]; declarable: Dossier['declarable'] }) {
  const { t } = useTranslation('registry')
  const takeBack = useTakeBack()
  const [asked, setAsked] = useState<RecordedFact | null>(null)
  const mine = ({ kind, origin, withdrawnAt, confirmedAt }: RecordedFact) => {
    const shown = declarable.find((one) => one.kind === kind)?.needsEvidence
    if (withdrawnAt !== null || shown === undefined) return false
    return origin === 'SELF' ? confirmedAt === null || !shown : origin === 'DEMO' && !shown
  }
  return (
    <>
      <FactGroups
        facts={facts}
        evidenceAddress={({ evidence }) => paths.ownEvidence(evidence?.id ?? '')}
        acts={(fact) =>
          mine(fact) && (
            <Button
              weight="quiet"
              onClick={() => setAsked(fact)}
              aria-label={t('act.takeBackOf', { what: fact.valueName })}
            >
              {t('act.takeBack')}
            </Button>
          )
        }
      />
      {asked !== null && (
        <ReasonDialog
          open
          title={t('act.takeBack')}
          send={t('act.takeBack')}
          weight="danger"
          busy={takeBack.isPending}
          onSend={({ reason }, refused) =>
            takeBack.mutate({ fact: asked.id, reason }, { onSuccess: () => setAsked(null), onError: refused })
          }
          onClose={() => setAsked(null)}
        >
          <p>{t('dossier.takeBackLead', { what: headed(asked.kindName, asked.valueName) })}</p>
        </ReasonDialog>
      )}
    </>
  )
}
