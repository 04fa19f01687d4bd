import { useQuery } from '@tanstack/react-query'
import type { Me, Role } from '../../api/types'
import { me } from './queries'

/** The caller; null for a visitor, undefined while we do not know yet. */
export function useMe(): Me | null | undefined {
  const { data, isError } = useQuery(me)
  return isError ? null : data
}

export const hasRole = (who: Me | null | undefined, ...roles: Role[]) =>
  who?.account.roles.some((role) => roles.includes(role)) ?? false

export const DEPARTMENT: Role[] = ['DEPARTMENT_OFFICER', 'DEPARTMENT_APPROVER']
export const BODY: Role[] = ['ORGANIZATION_AGENT', 'FEDERATION_STAFF', 'GROUP_CONTACT']

/** Speaks for a department. */
export const isDepartment = (who: Me | null | undefined) => hasRole(who, ...DEPARTMENT)

/** Has work in openings and evaluations without speaking for anybody. */
export const PERSON: Role[] = ['EVALUATOR', 'SUPERVISOR']

/** Is told things and has things to do. */
export const isTold = (who: Me | null | undefined) => isBody(who) || hasRole(who, ...DEPARTMENT, ...PERSON)

/** Speaks for an organization, a federation or a filed group. */
export const isBody = (who: Me | null | undefined) => who?.organization != null && hasRole(who, ...BODY)
