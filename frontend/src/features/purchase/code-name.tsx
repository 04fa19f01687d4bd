import { useQuery } from '@tanstack/react-query'
import { bracketed } from '../../lib/punctuation'
import { categoryOf, regionOf } from '../../lib/reference'

/** The full name of a place; its code until the name is there. */
export function Place({ code }: { code: string }) {
  const { data } = useQuery(regionOf(code))
  return <>{data?.fullName ?? data?.name ?? code}</>
}

/** The name of a catalogue entry with its code, for two entries may be called alike. */
export function Category({ code }: { code: string }) {
  const { data } = useQuery(categoryOf(code))
  return <>{data === undefined ? code : bracketed(data.name, code)}</>
}
