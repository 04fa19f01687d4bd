// A group that no purchase could reach joins its street's federation, is mandated, and finds the open purchase in its feed.
import { until } from '../stage.mjs'

const GROUP = '巷口暖灶送餐队'

export async function membership(stage, { title }) {
  await invite(stage)
  await accept(stage)
  await confirm(stage)
  await stage.lookAround('newcomer', '/memberships', 'membership-standing')
  await mandate(stage, title)
  await agreement(stage)
  await registration(stage)
  await stage.lookAround('federation', '/memberships', 'federation-members', firstRow)
  await stage.lookAround('federation', '/memberships?tab=ability', 'federation-ability', (page) =>
    page.locator('#missing-title').waitFor(),
  )
}

const firstRow = (page) => page.locator('main [data-row]').first().waitFor()
const rowOf = (page) => page.locator('main [data-row]').filter({ hasText: GROUP })

async function invite(stage) {
  await stage.lookAround('federation', '/memberships?tab=free', 'federation-free', firstRow)
  const page = await stage.enter('federation')
  await page.goto('/memberships?tab=free')
  await stage.report.check('the federation invites a group of its street with one press', async () => {
    await firstRow(page)
    const more = page.getByRole('button', { name: '再显示一些' })
    await until(page, 'the group', async () => {
      if ((await rowOf(page).count()) > 0) return true
      if ((await more.count()) > 0) await more.click()
      return false
    })
    await rowOf(page).getByRole('button', { name: /^邀请/ }).click()
    await rowOf(page).getByText('已邀请').waitFor()
  })
  await page.context().close()
  await stage.lookAround('federation', '/memberships?tab=invitations', 'federation-invitations', firstRow)
}

async function accept(stage) {
  await stage.lookAround('newcomer', '/memberships', 'invitation')
  const page = await stage.enter('newcomer')
  await page.goto('/inbox')
  await stage.report.check('the group is told, and reads what a yes means before it says so', async () => {
    await page.locator('main [data-row] a').filter({ hasText: '社区社会组织联合会' }).first().click()
    await page.waitForURL('**/memberships')
    await page.getByText('只同意入会，它还不能代您投标').waitFor()
    await page.getByRole('button', { name: '同意加入' }).click()
    await page.getByText('您已同意加入').waitFor()
  })
  await page.context().close()
}

async function confirm(stage) {
  await stage.lookAround('street', '/memberships', 'confirmations', firstRow)
  const page = await stage.enter('street')
  await page.goto('/memberships')
  await stage.report.check('the street confirms what the group accepted', async () => {
    await rowOf(page).getByRole('button', { name: /^确认/ }).click()
    await rowOf(page).waitFor({ state: 'detached' })
  })
  await page.context().close()
}

async function mandate(stage, title) {
  const page = await stage.enter('newcomer')
  await page.goto('/memberships')
  await page.getByRole('link', { name: '给一份授权' }).click()
  await page.locator('#amountCapFen').waitFor()
  await stage.lookAround('newcomer', new URL(page.url()).pathname, 'mandate', (one) =>
    one.locator('#amountCapFen').waitFor(),
  )
  await stage.report.check('the group answers four questions and gives a mandate', async () => {
    await page.getByRole('checkbox').first().check()
    await page.locator('#amountCapFen').fill('10万')
    await page.getByRole('button', { name: '一年' }).click()
    await page.getByRole('button', { name: '给出授权' }).click()
    await page.waitForURL('**/memberships')
  })
  await stage.report.check('the open purchase appears in its feed within seconds, through the federation', async () => {
    await page.goto('/opportunities')
    const row = page.locator('main [data-row]').filter({ hasText: title })
    await until(page, 'the purchase in the feed', async () => {
      if ((await row.count()) > 0) return true
      await page.reload()
      await page.locator('main h1').first().waitFor()
      return false
    })
    await row.first().getByText('可经').waitFor()
  })
  await page.context().close()
}

async function agreement(stage) {
  const page = await stage.enter('federation')
  await page.goto('/memberships')
  await rowOf(page).getByRole('link', { name: '承接协议' }).click()
  await stage.report.check('the federation proposes to answer for what the group carries out', async () => {
    await page.locator('#scope').fill('长者助餐送餐上门')
    await page.getByRole('button', { name: '提出协议' }).click()
    await page.getByText('等团队答复').waitFor()
  })
  const { pathname } = new URL(page.url())
  await page.context().close()
  await stage.lookAround('newcomer', pathname, 'agreement-proposed')
  const group = await stage.enter('newcomer')
  await group.goto(pathname)
  await stage.report.check('the group reads what a yes means and agrees', async () => {
    await group.getByText('不是把合同转包给您').waitFor()
    await group.getByRole('button', { name: '同意', exact: true }).click()
    await group.getByText('已生效').first().waitFor()
  })
  await group.context().close()
  await stage.lookAround('federation', pathname, 'agreements-federation')
}

async function registration(stage) {
  await stage.lookAround('registrar', '/federations/new', 'federation-streets')
  const page = await stage.enter('registrar')
  await page.goto('/federations/new')
  await stage.report.check(
    'a registrar sees which streets have none in good standing, and why one cannot follow yet',
    async () => {
      await page.locator('main table a').first().click()
      await page.getByText('已经有联合会').waitFor()
    },
  )
  const { pathname, search } = new URL(page.url())
  await page.context().close()
  await stage.lookAround('registrar', pathname + search, 'federation-registration', (one) =>
    one.locator('main a[href^="/federations/"]').last().waitFor(),
  )
}
