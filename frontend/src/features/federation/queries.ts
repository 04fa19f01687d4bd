import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { MembershipState } from '../../api/types'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'

const first = null as string | null
const LARGEST = 100

/** What waits for somebody. */
export const OPEN: MembershipState[] = ['INVITED', 'ACCEPTED']

export const profileOf = (federation: string) =>
  queryOptions({
    queryKey: ['federation', 'profile', federation],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/organizations/{id}', { params: { path: { id: federation } }, signal })),
  })

export const roster = (federation: string, state: MembershipState[]) =>
  infiniteQueryOptions({
    queryKey: ['federation', 'roster', federation, state],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/federations/{id}/memberships', {
          params: { path: { id: federation }, query: { state, size: LARGEST, ...present({ after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
  })

export const withoutFederation = (street: string) =>
  infiniteQueryOptions({
    queryKey: ['federation', 'free', street],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/groups-without-federation', {
          params: { query: { street, ...present({ after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
  })

export const capabilities = (federation: string) =>
  queryOptions({
    queryKey: ['federation', 'capabilities', federation],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/federations/{id}/capabilities', { params: { path: { id: federation } }, signal })),
  })

/** The caller's own invitations and memberships, the newest first. */
export const own = queryOptions({
  queryKey: ['federation', 'own'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/memberships', { params: { query: { size: LARGEST } }, signal })),
})

export const membership = (id: string) =>
  queryOptions({
    queryKey: ['federation', 'membership', id],
    queryFn: ({ signal }) => answer(api.GET('/api/memberships/{id}', { params: { path: { id } }, signal })),
  })

/** Of all federations in the registrar's region. */
export const ofRegion = (state: MembershipState[]) =>
  infiniteQueryOptions({
    queryKey: ['federation', 'region', state],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/api/memberships', { params: { query: { state, ...present({ after: pageParam }) } }, signal })),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
  })

/** All agreements of a membership, the newest first. */
export const agreements = (membership: string) =>
  queryOptions({
    queryKey: ['federation', 'agreements', membership],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/memberships/{id}/agreements', { params: { path: { id: membership } }, signal })),
  })

const STREET_LEVEL = 4

/** What stands on the register in each street of a county; streets without anything are left out. */
export const streetsOf = (county: string) =>
  queryOptions({
    queryKey: ['federation', 'streets', county],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/indicators', {
          params: { query: { region: county, level: STREET_LEVEL, size: LARGEST } },
          signal,
        }),
      ),
  })

const COUNTY_DIGITS = 6
const MOST_FOUND = 8

/** Registered associations of the street's county: only such can be its federation. */
export const associationsNamed = (words: string, street: string) =>
  queryOptions({
    queryKey: ['federation', 'associations', words, street],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/organizations', {
          params: {
            query: {
              q: words,
              legalForm: ['ASSOCIATION'],
              kind: ['LEGAL_PERSON'],
              region: [street.slice(0, COUNTY_DIGITS)],
              size: MOST_FOUND,
            },
          },
          signal,
        }),
      ),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })

/** The federation of a street, if it has one. */
export const closureOf = (id: string) =>
  queryOptions({
    queryKey: ['federation', 'closure', id],
    queryFn: ({ signal }) => answer(api.GET('/api/federations/{id}/closure', { params: { path: { id } }, signal })),
  })

export const federationOfStreet = (street: string) =>
  queryOptions({
    queryKey: ['federation', 'of-street', street],
    queryFn: async ({ signal }) => {
      const { items } = await answer(
        api.GET('/api/organizations', { params: { query: { kind: ['FEDERATION'], region: [street] } }, signal }),
      )
      return items[0] ?? null
    },
  })
