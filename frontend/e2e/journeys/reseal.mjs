// A key is put out of use while bids are given: the approver replaces the holders, and the bidder seals its bid again (security.md 3.2).
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { program } from '../program.mjs'
import { published, unlock } from '../scene.mjs'
import { DESK, PHONE } from '../stage.mjs'
import { saved, seal, WORDS } from './bid.mjs'

export async function reseal(stage) {
  const key = await enrolled(stage)
  const { lot } = await published(stage, '更换开启人的助餐与探访服务', { lotTitle: '更换开启人' })
  const bidder = await stage.enter('organization')
  await bidder.goto(`/lots/${lot}/bid`)
  const recovery = await seal(stage, bidder, '258.63')
  await bidder.getByRole('button', { name: '提交响应文件' }).click()
  await standing(bidder).waitFor()
  const approver = await program(stage, 'approver')
  await approver.call('POST', `/api/holder-keys/${key}/revocation`)
  await approver.end()
  await replaced(stage, lot)
  await sealedAgain(stage, bidder, recovery)
  await bidder.context().close()
}

const standing = (page) => page.getByRole('region', { name: '已提交的响应文件' }).getByText('有效').first()

/** The officer's newest key, whose secret half is forgotten at once; the demo's stays beside it. */
async function enrolled(stage) {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  const pair = await suite.kem.generateKeyPair()
  const publicKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)).toString('base64url')
  const officer = await program(stage, 'officer')
  const { id, kid } = await officer.call('POST', '/api/holder-keys', { publicKey })
  const challenge = await officer.call('POST', `/api/holder-keys/${id}/challenges`, {})
  const recipient = await suite.createRecipientContext({
    recipientKey: pair.privateKey,
    enc: Buffer.from(challenge.enc, 'base64url'),
    info: new TextEncoder().encode(`goufu-seal/1 test|${challenge.id}`),
  })
  const opened = await recipient.open(Buffer.from(challenge.ciphertext, 'base64url'), new TextEncoder().encode(kid))
  const answer = Buffer.from(opened).toString('base64url')
  await officer.call('POST', `/api/holder-keys/${id}/challenges/${challenge.id}/answer`, { answer })
  await officer.end()
  const approver = await program(stage, 'approver')
  await approver.call('POST', `/api/holder-keys/${id}/approval`)
  await approver.end()
  return id
}

async function replaced(stage, lot) {
  const officer = await stage.enter('officer')
  await officer.goto(`/lots/${lot}/opening`)
  await stage.report.check('an officer is told whose key holds no more, and who replaces it', async () => {
    await officer.getByText('演示经办人的钥匙已停用。').waitFor()
    await officer.getByText('请本单位的审核人在这里更换。').waitFor()
  })
  await officer.context().close()
  const approver = await stage.enter('approver')
  await approver.goto('/worklist')
  await stage.report.check('the approver finds it on the list of work', async () => {
    await approver.getByRole('link', { name: '去更换：更换开启人' }).click()
    await approver.waitForURL(`**/lots/${lot}/opening`)
    await approver.getByRole('button', { name: '更换开启人' }).waitFor()
  })
  await stage.look(approver, 'replace-holders')
  await approver.setViewportSize(PHONE)
  await stage.look(approver, 'replace-holders-phone')
  await approver.setViewportSize(DESK)
  await stage.report.check('the approver replaces the holders', async () => {
    await approver.getByRole('button', { name: '更换开启人' }).click()
    await approver.getByRole('dialog').getByRole('button', { name: '更换开启人' }).click()
    await approver.getByText('由演示审核人办理').waitFor()
  })
  await stage.look(approver, 'replace-holders-done')
  await approver.context().close()
}

async function sealedAgain(stage, page, recovery) {
  await page.goto('/worklist')
  await stage.report.check('the bidder finds on its list of work that it should seal again', async () => {
    await page.getByRole('link', { name: '重新封装：更换开启人' }).click()
    await page.getByRole('heading', { name: '重新封装（内容不变）' }).waitFor()
  })
  await stage.look(page, 'reseal-form')
  await page.setViewportSize(PHONE)
  await stage.look(page, 'reseal-form-phone')
  await page.setViewportSize(DESK)
  await stage.report.check('a wrong passphrase is named', async () => {
    await unlock(page, recovery, 'other words', '打开，准备重新封装')
    await page.getByText('口令不对，打不开这个文件').first().waitFor()
  })
  await unlock(page, recovery, WORDS, '打开，准备重新封装')
  await page.locator('#bid-passphrase').fill(WORDS)
  await page.locator('#bid-again').fill(WORDS)
  await page.getByRole('button', { name: '加密封装' }).click()
  await page.locator('#recovery-file').setInputFiles(await saved(page, '保存恢复文件'))
  await page.locator('#recovery-passphrase').fill(WORDS)
  await page.getByRole('button', { name: '打开并核对' }).click()
  await stage.report.check('what is sealed again is what was sealed before', async () => {
    const sealed = page.getByRole('article', { name: '封装里的内容' })
    await sealed
      .getByText((365 * 258.63).toLocaleString('en-US'))
      .first()
      .waitFor()
  })
  await page.getByRole('button', { name: '提交响应文件' }).click()
  await stage.report.check('it takes the place of the first, and nothing is asked for any more', async () => {
    await page.getByRole('region', { name: '已提交的响应文件' }).getByText('已被替换').waitFor()
    await standing(page).waitFor()
    await page.getByRole('heading', { name: '重新封装（内容不变）' }).waitFor({ state: 'detached' })
  })
  await stage.look(page, 'reseal-given')
}
