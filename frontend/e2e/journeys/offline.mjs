// A stranger saves the verifier, a receipt and the purchase's bundle, goes offline, and verifies from the disk, under file://.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { PHONE } from '../stage.mjs'

/** The bundles that both verifiers are held to in their own tests. */
const VECTORS = new URL('../../../backend/src/test/resources/ledger/bundles.json.gz', import.meta.url)

const TAMPERED = [
  ['NOTICE_TEXT_CHANGED', '公告的内容与入账时不一致'],
  ['ENTRY_DELETED', '它前面缺少一条存证'],
  ['NOTICE_THAT_WAS_NEVER_ENTERED', '这份公告从未记入账本'],
  ['SIGNED_BY_ANOTHER_KEY', '不是这个公钥对应的账本签的'],
  ['ENTRY_REWRITTEN', '账本在这个位置记的不是这件事'],
]

export async function offline(stage, { noticePath }) {
  await inFolder(async (folder) => {
    const key = await save(stage, noticePath, folder)
    await verify(stage, folder, key)
  })
}

export async function inFolder(todo) {
  const folder = mkdtempSync(join(tmpdir(), 'goufu-verify-'))
  try {
    await todo(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A purchase's bundle and the page that verifies it; answers the ledger's key. */
export async function saveBundle(page, bundle, folder) {
  writeFileSync(join(folder, 'bundle.zip'), await got(page, bundle))
  writeFileSync(join(folder, 'verify.html'), await got(page, '/goufu-verify.html'))
  return String(await got(page, '/api/ledger/key')).trim()
}

async function got(page, path) {
  const answer = await page.request.get(path)
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`)
  return answer.body()
}

/** The saved page, opened from the disk without a network. */
export async function openSaved(stage, folder, key) {
  const page = await stage.enter(null)
  await page.context().setOffline(true)
  await page.goto(pathToFileURL(join(folder, 'verify.html')).href)
  await page.locator('#key').fill(key)
  return page
}

async function save(stage, noticePath, folder) {
  const page = await stage.enter(null)
  await page.goto(noticePath)
  const bundle = await page.getByRole('link', { name: '下载验证包' }).getAttribute('href')
  const receipt = await page.getByRole('link', { name: '下载回执' }).getAttribute('href')
  await stage.report.check('the browser verifies the whole purchase online', async () => {
    await page.getByRole('link', { name: '验证整个项目' }).click()
    await page.getByRole('heading', { name: '验证包有效' }).waitFor()
  })
  await stage.look(page, 'verify-bundle')
  await page.setViewportSize(PHONE)
  await stage.look(page, 'verify-bundle-phone')
  const key = await saveBundle(page, bundle, folder)
  writeFileSync(join(folder, 'receipt.tlog-proof'), await got(page, receipt))
  await page.context().close()
  return key
}

async function verify(stage, folder, key) {
  const page = await openSaved(stage, folder, key)
  const choose = (name) => page.locator('input[type=file]').setInputFiles(join(folder, name))
  const status = page.getByRole('status')
  await stage.report.check('offline: a bundle and a receipt are good', async () => {
    await choose('bundle.zip')
    await page.getByRole('heading', { name: '验证包有效' }).waitFor()
    await stage.look(page, 'offline-bundle')
    await choose('receipt.tlog-proof')
    await page.getByRole('heading', { name: '回执有效' }).waitFor()
  })
  await stage.report.check('offline: a receipt that was touched is refused', async () => {
    const receipt = readFileSync(join(folder, 'receipt.tlog-proof'), 'utf8')
    writeFileSync(join(folder, 'touched.tlog-proof'), receipt.replace(/^index .*$/m, 'index 0'))
    await choose('touched.tlog-proof')
    await page.getByRole('heading', { name: '回执无效' }).waitFor()
  })
  const vectors = JSON.parse(gunzipSync(readFileSync(VECTORS)))
  await page.locator('#key').fill(vectors.key)
  for (const [name, words] of TAMPERED) {
    await stage.report.check(`offline: ${name} is named`, async () => {
      const { zip } = vectors.bundles.find((one) => one.name === name)
      writeFileSync(join(folder, `${name}.zip`), Buffer.from(zip, 'base64'))
      await choose(`${name}.zip`)
      await status.getByRole('heading', { name: '验证包被改动过' }).waitFor()
      await status.getByText(words).first().waitFor()
    })
  }
  await stage.look(page, 'offline-tampered')
  await page.setViewportSize(PHONE)
  await page.getByRole('button', { name: 'English' }).click()
  await stage.look(page, 'offline-tampered-phone-english')
  await page.context().close()
}
