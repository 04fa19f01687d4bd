import { csrfToken } from '../../lib/api'
import { language } from '../../lib/i18n'
import { problemOf, unreachable } from '../../lib/problem'

/** For bodies that are not JSON, which the client does not send. */
export async function sendBytes(method: string, address: string, body: Blob | null): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': language(), 'X-XSRF-TOKEN': await csrfToken() }
  if (body !== null) headers['Content-Type'] = 'application/octet-stream'
  let response: Response
  try {
    response = await fetch(new URL(address, window.location.origin), { method, headers, body })
  } catch {
    throw unreachable()
  }
  if (!response.ok) throw await problemOf(response)
  return response
}
