import { hasRole, useMe } from '../../features/account/use-me'
import type { Staff } from '../../features/purchase/staff'

/** The caller as the pages of purchases know staff. */
export function useStaff(): Staff {
  const who = useMe()
  return {
    name: who?.account.displayName ?? '',
    officer: hasRole(who, 'DEPARTMENT_OFFICER'),
    approver: hasRole(who, 'DEPARTMENT_APPROVER'),
  }
}
