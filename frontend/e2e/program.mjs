// What a program of an account's owner does by token, without a page.
import { PASSWORD } from './stage.mjs'

/** A program with a token: what happened before the story begins. */
export async function program(stage, username) {
  const page = await stage.enter(null)
  const answer = await page.request.post('/api/tokens', { data: { username, password: PASSWORD } })
  const { token } = await answer.json()
  const headers = { Authorization: `Bearer ${token}`, 'Accept-Language': 'zh-CN' }
  const call = async (method, path, data, { headers: besides, ...more } = {}) => {
    const sent = { method, headers: { ...headers, ...besides }, ...(data === undefined ? {} : { data }), ...more }
    const said = await page.request.fetch(path, sent)
    if (!said.ok()) throw new Error(`${method} ${path}: ${said.status()} ${await said.text()}`)
    return said.status() === 204 ? null : said.json()
  }
  return { call, end: () => page.context().close() }
}
