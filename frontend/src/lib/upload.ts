import { csrfToken } from './api'
import { language } from './i18n'
import { type Problem, ProblemError, unreachable } from './problem'

/** Sends one file and tells how far it has come, which `fetch` cannot. */
export async function upload<T>(address: string, file: File, onShare = (_share: number) => {}): Promise<T> {
  const token = await csrfToken()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', new URL(address, window.location.origin))
    request.responseType = 'json'
    request.setRequestHeader('Accept-Language', language())
    request.setRequestHeader('X-XSRF-TOKEN', token)
    request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total)
    request.onerror = () => reject(unreachable())
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as T)
        : reject(refusal(request.status, request.response as Problem | null))
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

const refusal = (status: number, problem: Problem | null) =>
  new ProblemError(problem ?? { type: 'about:blank', title: String(status), status })
