import { useSuspenseQuery } from '@tanstack/react-query'
import { rosterOf } from '../parts/queries'
import { useParts } from '../parts/use-parts'
import { Making, type MakingProps } from './making'

/** The bid of a federation, which may name groups. */
export function TogetherMaking(props: MakingProps) {
  const { data: roster } = useSuspenseQuery(rosterOf(props.lot.id))
  const parts = useParts(props.organization, roster)
  return <Making {...props} parts={parts} />
}
