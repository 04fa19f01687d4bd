import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import type { OrganizationRecord, RecordedFact } from '../../api/types'
import { inFours } from '../../lib/format'
import { paths } from '../../lib/paths'
import { headed } from '../../lib/punctuation'
import { useMovedOn } from '../../lib/use-moved-on'
import { ActionLink, Button } from '../../ui/button'
import { InnerListEnd } from '../../ui/inner-list-end'
import { Page } from '../../ui/page'
import { ReasonDialog } from '../../ui/reason-dialog'
import { Skeleton } from '../../ui/skeleton'
import { Tabs } from '../../ui/tabs'
import { FactForm } from './fact-form'
import { FactGroups } from './fact-groups'
import { History } from './history'
import { OF_GROUPS, OF_LEGAL_PERSONS } from './kinds'
import { useDecide, useRecord } from './mutations'
import { Namesakes } from './namesakes'
import { NotConfirmed } from './not-confirmed'
import { body, factsOf } from './queries'
import styles from './registry.module.css'

const COUNTY = 3

/** One body for its registrar: what is on record, with evidence, and who changed what. */
export function BodyPage({ level, today }: { level: number; today: string }) {
  const { t } = useTranslation('registry')
  const { id: asked = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const { data } = useSuspenseQuery(body(asked))
  const { id } = data
  useMovedOn(asked, id)
  const keeps = level <= (data.kind === 'FILED_GROUP' ? 4 : 3)
  return (
    <Page title={data.name}>
      <p>
        <Link to={paths.registry}>{t('list.title')}</Link>
      </p>
      <h1>{data.name}</h1>
      <p className={styles.lead}>
        {[
          data.region.name,
          data.legalForm && t(`form.${data.legalForm}`),
          data.creditCode ? inFours(data.creditCode) : data.filingNumber,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {!keeps && <p className={styles.lead}>{t('body.onlyReads')}</p>}
      <p className={styles.acts}>
        {keeps && data.kind !== 'FILED_GROUP' && (
          <ActionLink weight="ghost" to={paths.editOrganization(id)}>
            {t('body.edit')}
          </ActionLink>
        )}
        {data.kind === 'FEDERATION' && (
          <ActionLink weight="ghost" to={paths.closeFederation(id)}>
            {t('body.closeFederation')}
          </ActionLink>
        )}
        <ActionLink weight="ghost" to={paths.organization(id)}>
          {t('body.public')}
        </ActionLink>
      </p>
      <Namesakes organization={data} mayJoin={level <= COUNTY} />
      <Tabs
        label={t('body.parts')}
        open={params.get('tab') === 'history' ? 'history' : 'facts'}
        onOpen={(tab) => setParams(tab === 'history' ? { tab } : {}, { replace: true })}
        tabs={[
          { key: 'facts', label: t('body.facts'), panel: <Kept organization={data} keeps={keeps} today={today} /> },
          { key: 'history', label: t('body.history'), panel: <History id={id} /> },
        ]}
      />
    </Page>
  )
}

interface KeptProps {
  organization: OrganizationRecord
  keeps: boolean
  today: string
}

function Kept({ organization, keeps, today }: KeptProps) {
  const { t } = useTranslation('registry')
  const query = useInfiniteQuery({ ...factsOf(organization.id), throwOnError: true })
  const [writing, setWriting] = useState<RecordedFact | 'new' | null>(null)
  const [withdrawn, setWithdrawn] = useState<RecordedFact | null>(null)
  const decide = useDecide()
  const facts = (query.data?.pages ?? []).flatMap((page) => page.items)
  const kinds = organization.kind === 'FILED_GROUP' ? OF_GROUPS : OF_LEGAL_PERSONS
  return (
    <section className={styles.part}>
      <h2 className="visually-hidden">{t('body.facts')}</h2>
      {keeps && writing === null && <Button onClick={() => setWriting('new')}>{t('act.addFact')}</Button>}
      {writing !== null && (
        <Writing
          key={writing === 'new' ? 'new' : writing.id}
          id={organization.id}
          kinds={kinds}
          corrected={writing === 'new' ? null : writing}
          today={today}
          onClose={() => setWriting(null)}
        />
      )}
      {query.data === undefined && <Skeleton lines={8} />}
      <NotConfirmed decide={decide} />
      <FactGroups
        foldsWithdrawn
        facts={facts}
        evidenceAddress={({ body, evidence }) => paths.evidence(body.id, evidence?.id ?? '')}
        acts={(fact) =>
          keeps &&
          fact.withdrawnAt === null &&
          kinds.includes(fact.kind) && (
            <>
              {fact.awaitsConfirmation && (
                <Button
                  aria-label={t('act.confirmOf', { what: fact.valueName, name: fact.body.name })}
                  onClick={() => decide.mutate({ id: organization.id, fact: fact.id, act: 'confirmation', reason: '' })}
                >
                  {t('act.confirm')}
                </Button>
              )}
              <Button
                weight="quiet"
                onClick={() => setWriting(fact)}
                aria-label={t('act.correctOf', { what: fact.valueName })}
              >
                {t('act.correct')}
              </Button>
              <Button
                weight="quiet"
                onClick={() => setWithdrawn(fact)}
                aria-label={t('act.withdrawOf', { what: fact.valueName })}
              >
                {t('act.withdraw')}
              </Button>
            </>
          )
        }
      />
      <InnerListEnd query={query} />
      {withdrawn !== null && (
        <ReasonDialog
          open
          title={t('act.withdraw')}
          send={t('act.withdraw')}
          weight="danger"
          busy={decide.isPending}
          onSend={({ reason }, refused) =>
            decide.mutate(
              { id: organization.id, fact: withdrawn.id, act: 'withdrawal', reason },
              { onSuccess: () => setWithdrawn(null), onError: refused },
            )
          }
          onClose={() => setWithdrawn(null)}
        >
          <p>{t('body.withdrawLead', { what: headed(withdrawn.kindName, withdrawn.valueName) })}</p>
        </ReasonDialog>
      )}
    </section>
  )
}

interface WritingProps {
  id: string
  kinds: typeof OF_GROUPS
  corrected: RecordedFact | null
  today: string
  onClose: () => void
}

function Writing({ id, kinds, corrected, today, onClose }: WritingProps) {
  const { t } = useTranslation('registry')
  const record = useRecord(id)
  const first = kinds[0] ?? 'CATEGORY'
  const heading = useRef<HTMLHeadingElement>(null)
  // The fact to correct may stand far below.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section aria-labelledby="writing-title">
      <h2 id="writing-title" ref={heading} tabIndex={-1}>
        {t(corrected === null ? 'act.addFact' : 'act.correct')}
      </h2>
      <FactForm
        kinds={kinds}
        start={{ kind: corrected?.kind ?? first, value: corrected?.value ?? '' }}
        corrected={corrected}
        today={today}
        sourced
        needsEvidence={() => false}
        uploadTo={`/api/registry/bodies/${id}/evidence`}
        busy={record.isPending}
        failure={record.error}
        onSend={(fact) => record.mutate({ replaced: corrected?.id ?? null, body: fact }, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </section>
  )
}
