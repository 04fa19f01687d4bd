import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answer, api } from '../../lib/api'

const REST = 200

/** Names that somebody who is typing may mean, once the fingers rest. */
export function useNames(typed: string): string[] {
  const [q, setQ] = useState('')
  useEffect(() => {
    const rest = setTimeout(() => setQ(typed.trim()), REST)
    return () => clearTimeout(rest)
  }, [typed])
  const { data } = useQuery({
    queryKey: ['organization', 'names', q],
    queryFn: ({ signal }) => answer(api.GET('/api/organizations/suggestions', { params: { query: { q } }, signal })),
    enabled: q !== '',
    retry: false,
  })
  return q === '' ? [] : (data?.items ?? []).map(({ text }) => text)
}
