// An organization whose inspection nobody knows follows the remedy; the registrar confirms it, and the lot is open to it.
import { program } from '../program.mjs'
import { until } from '../stage.mjs'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n')

export async function remedy(stage) {
  const { year, name } = await forget(stage)
  const lot = await publish(stage, year)
  await stage.lookAround('organization', `/lots/${lot.id}/eligibility`, 'verdict-unknown', (page) =>
    page.locator('a[href*="add=INSPECTION"]').first().waitFor(),
  )
  await follow(stage, lot, year)
  await confirm(stage, lot, name)
  await registry(stage, lot)
}

/** The registrar takes back what was recorded by mistake: now nobody knows the year's conclusion. */
async function forget(stage) {
  const own = await program(stage, 'organization')
  const { id, name, missing } = await own.call('GET', '/api/me/dossier')
  await own.end()
  const gap = missing.find(({ kind }) => kind === 'INSPECTION')
  if (gap !== undefined) return { year: gap.year, name }
  const registrar = await program(stage, 'registrar')
  const facts = await registrar.call('GET', `/api/registry/bodies/${id}/facts?size=100`)
  const standing = facts.items.filter(({ kind, withdrawnAt }) => kind === 'INSPECTION' && withdrawnAt === null)
  const year = Math.max(...standing.map(({ value }) => Number(value.split(':')[0])))
  for (const fact of standing.filter(({ value }) => value.startsWith(`${year}:`))) {
    await registrar.call('POST', `/api/registry/bodies/${id}/facts/${fact.id}/withdrawal`, {
      reason: '录入有误，待重新核对',
    })
  }
  await registrar.end()
  return { year, name }
}

/** At five in the afternoon of a working day: on any other nothing can be published. */
async function inThreeWeeks(officer) {
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  const { days } = await officer.call('GET', `/api/work-calendar?from=${day(18)}&to=${day(32)}`)
  return `${days.find(({ workday }) => workday).date}T17:00:00+08:00`
}

async function publish(stage, year) {
  const officer = await program(stage, 'officer')
  const { department } = await officer.call('GET', '/api/me')
  const title = `长者助餐与探访服务 ${Date.now().toString(36)}`
  const draft = await officer.call('POST', '/api/purchases', {
    title,
    method: 'BT_COMPARE',
    regionCode: department.regionCode,
    description: '为辖区高龄独居老人提供午餐和探访。需求来自居民议事会，并做过市场调查。',
    lots: [
      {
        title: '助餐与探访',
        categoryCode: 'A0402-01',
        serviceRegionCodes: [department.regionCode],
        budgetFen: 8_600_000,
        description: '每个工作日一餐，每周探访一次。',
        requirements: [{ kind: 'ANNUAL_INSPECTION', year }],
        criteria: [
          { name: '服务方案', weight: 80, kind: 'QUALITY' },
          { name: '报价', weight: 20, kind: 'PRICE' },
        ],
      },
    ],
    bidDeadline: await inThreeWeeks(officer),
    contact: { name: '林晓', phone: '028-86123456', email: null },
  })
  await officer.call('POST', `/api/purchases/${draft.id}/submission`)
  await officer.end()
  const approver = await program(stage, 'approver')
  const notice = await approver.call('POST', `/api/purchases/${draft.id}/approval`)
  await approver.end()
  return { id: notice.lots[0].id, title, noticePath: `/notices/${notice.id}` }
}

async function follow(stage, lot, year) {
  const page = await stage.enter('organization')
  await page.goto(lot.noticePath)
  await stage.report.check('the organization reads that one thing is unknown, not that it is refused', () =>
    page
      .locator('#may-i-bid')
      .getByText(/还差一项/)
      .first()
      .waitFor(),
  )
  await page.locator('#may-i-bid').getByRole('link', { name: '上传年检结论' }).click()
  await stage.report.check('the button opens the form with the year filled in', async () => {
    await page.waitForURL('**/dossier?**')
    await page.locator('#year').waitFor()
    if ((await page.locator('#year').inputValue()) !== String(year)) throw new Error('another year')
  })
  const form = new URL(page.url())
  await stage.lookAround('organization', `${form.pathname}${form.search}`, 'dossier-form', (one) =>
    one.locator('#year').waitFor(),
  )
  await stage.report.check('without a paper it is told so, beside the field, and nothing is lost', async () => {
    await page.locator('#value').selectOption('QUALIFIED')
    await page.locator('#from').fill(`${year + 1}-07-01`)
    await page.getByRole('button', { name: '提交' }).click()
    await page.locator('#evidenceId-error').waitFor()
    if ((await page.locator('#year').inputValue()) !== String(year)) throw new Error('the year is lost')
  })
  await stage.look(page, 'dossier-refused-desk')
  await page.locator('#evidenceId').setInputFiles({ name: '年检结论.pdf', mimeType: 'application/pdf', buffer: PDF })
  await page.getByText('已上传：年检结论.pdf').waitFor()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('已提交，当即生效').waitFor()
  const start = Date.now()
  await stage.report.check('its feed shows the lot as open to it within seconds', async () => {
    await page.goto('/opportunities')
    const row = page.locator('main [data-row]').filter({ hasText: lot.title })
    await until(page, 'the lot, open', async () => {
      await row.first().waitFor()
      if ((await row.first().getByText('可直接响应').count()) > 0) return true
      await page.reload()
      return false
    })
    const took = Date.now() - start
    console.log(`  the feed said so ${took} ms after the paper was handed in`)
    if (took > 10_000) throw new Error(`It took ${took} ms`)
  })
  await page.context().close()
}

async function confirm(stage, lot, name) {
  await stage.lookAround('registrar', '/registry/confirmations', 'confirmations-registrar', (page) =>
    page.locator('main [data-row]').first().waitFor(),
  )
  const page = await stage.enter('registrar')
  await page.goto('/registry/confirmations')
  await stage.report.check('the registrar opens the paper and confirms', async () => {
    const row = page.locator('main [data-row]').filter({ hasText: name }).filter({ hasText: '年检结论.pdf' })
    await row.getByRole('button', { name: /^确认/ }).click()
    await row.waitFor({ state: 'detached' })
  })
  await page.context().close()
  const own = await stage.enter('organization')
  await own.goto(`/lots/${lot.id}/eligibility`)
  await stage.report.check('the verdict says that the registrar has looked at it', () =>
    own.getByText('登记机关已核对').first().waitFor(),
  )
  await own.context().close()
}

async function registry(stage) {
  const page = await stage.enter('organization')
  await page.goto('/dossier')
  await firstRow(page)
  await stage.look(page, 'dossier-desk')
  const { organization } = await (await page.request.get('/api/me')).json()
  await page.context().close()
  await stage.lookAround('organization', `/organizations/${organization.id}`, 'own-profile', (one) =>
    one.locator('#own-title').waitFor(),
  )
  await stage.lookAround('registrar', `/registry/${organization.id}`, 'registry-body', firstRow)
  await stage.lookAround('registrar', `/registry/${organization.id}?tab=history`, 'registry-history', firstRow)
  await stage.lookAround('registrar', `/registry/${organization.id}/edit`, 'registry-edit')
  const clerk = await stage.enter('registrar')
  await clerk.goto('/registry')
  await firstRow(clerk)
  await stage.look(clerk, 'registry-desk')
  await clerk.goto('/registry/new')
  await clerk.locator('#name').waitFor()
  await clerk.getByRole('button', { name: '登记', exact: true }).click()
  await stage.report.check('an empty form is answered field by field', () => clerk.locator('#name-error').waitFor())
  await stage.look(clerk, 'registry-refused-desk')
  await clerk.context().close()
}

const firstRow = (page) => page.locator('main [data-row]').first().waitFor()
