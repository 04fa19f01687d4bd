import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import type { Body } from './body'
import { eligibilityOfLot } from './queries'
import { VerdictList } from './verdict-list'

/** The one thing that is missing, with its article and what to do; fetched when asked for. */
export function Remedy({ lotId, body }: { lotId: string; body: Body }) {
  const { t } = useTranslation('feed')
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div>
      <Button weight="ghost" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t('remedy.how')}
      </Button>
      <div id={id}>{open && <Missing lotId={lotId} body={body} />}</div>
    </div>
  )
}

function Missing({ lotId, body }: { lotId: string; body: Body }) {
  const { t } = useTranslation('feed')
  const { data, isError } = useQuery(eligibilityOfLot(lotId, body.id))
  if (isError) return <p>{t('remedy.failed')}</p>
  if (data === undefined) return <Skeleton lines={3} />
  const all = [...data.verdicts, ...data.through.flatMap(({ verdicts }) => verdicts)]
  const wanting = all.filter(({ verdict }) => verdict === 'NOT_MET')
  const shown = wanting.length > 0 ? wanting : all.filter(({ verdict }) => verdict !== 'MET')
  return <VerdictList verdicts={shown} asker={{ body: body.id, registrar: false }} />
}
