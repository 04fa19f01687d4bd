import i18next from 'i18next'

/** A refusal as the server words it (RFC 9457). */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  instance?: string
  errors?: { pointer: string; code: string; detail: string }[]
}

/** Every failed call ends as this one error; status 0 means that nobody answered. */
export class ProblemError extends Error {
  readonly problem: Problem
  /** Seconds that the server asks us to wait, if it said so. */
  readonly retryAfter: number | null

  constructor(problem: Problem, retryAfter: number | null = null) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
    this.retryAfter = retryAfter
  }

  get status() {
    return this.problem.status
  }
}

/** Said as it is by every page that has no words of its own for it. */
export const unreachable = () =>
  new ProblemError({ type: '/problems/unreachable', title: i18next.t('form.unreachable'), status: 0 })

export const hasStatus = (failure: unknown, ...statuses: number[]) =>
  failure instanceof ProblemError && statuses.includes(failure.status)

/** Why it failed, for a page that has words of its own for when nobody answered. */
export const saidBy = (failure: unknown, unreachable: string) =>
  failure instanceof ProblemError && failure.status !== 0 ? failure.message : unreachable

/** Reads a failed answer; a body that is no problem document becomes one. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10)
  const body: unknown = await response.json().catch(() => null)
  const said = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {}
  const problem: Problem = {
    ...said,
    type: said.type ?? 'about:blank',
    title: said.title ?? response.statusText,
    status: response.status,
  }
  return new ProblemError(problem, Number.isNaN(retryAfter) ? null : retryAfter)
}
