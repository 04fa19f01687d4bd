// The registrar imports a messy register of 500 rows, mends the 20 that are refused and sends them again.
import { until } from '../stage.mjs'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ROWS = 500
const WRONG = 20

export async function registrar(stage) {
  const page = await stage.enter('registrar')
  await page.goto('/registry/imports')
  await page.locator('main h1').waitFor()
  await stage.report.check('500 messy rows become a preview, and nothing is written', async () => {
    await send(
      page,
      '2026年台账.csv',
      register(ROWS, (at) => at % (ROWS / WRONG) === 0),
    )
    await page.getByText('还没有写入任何数据。请看看下面的变化，再决定。').waitFor()
    await numbers(page, { created: ROWS - WRONG, refused: WRONG })
  })
  const preview = new URL(page.url()).pathname
  await stage.report.check('the refused rows come as a file with their reasons', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `下载需要修改的 ${WRONG} 行` }).click(),
    ])
    if (!file.suggestedFilename().endsWith('.xlsx')) throw new Error(file.suggestedFilename())
  })
  await stage.report.check('all others are written while one watches', () => write(page))
  await stage.report.check('the mended rows are written too', async () => {
    await page.getByRole('link', { name: '回到导入' }).click()
    await send(
      page,
      '改好的.csv',
      register(
        ROWS,
        () => false,
        (at) => at % (ROWS / WRONG) === 0,
      ),
    )
    await page.getByText('还没有写入任何数据。请看看下面的变化，再决定。').waitFor()
    await numbers(page, { created: WRONG, refused: 0 })
    await write(page)
  })
  await stage.report.check('an import is taken back as one', async () => {
    await page.getByRole('button', { name: '撤销这次导入' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
    await page.getByText(/已于 .+ 撤销。/).waitFor({ timeout: 60_000 })
    await numbers(page, { undone: WRONG, kept: 0 })
  })
  await page.context().close()
  await stage.lookAround('registrar', '/registry/imports', 'imports')
  await stage.lookAround('registrar', `${preview}?outcome=REFUSED`, 'import', (one) =>
    one.locator('main table').waitFor(),
  )
}

async function send(page, name, text) {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

async function write(page) {
  await page.getByRole('button', { name: '写入登记库' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '写入' }).click()
  await page.getByText(/已于 .+写入[。，]/).waitFor({ timeout: 60_000 })
}

async function numbers(page, wanted) {
  for (const [name, number] of Object.entries(wanted)) {
    const shown = page.locator(`[data-number=${name}] dd`)
    await until(page, `${name} is ${number}`, async () => (await shown.textContent()) === String(number))
  }
}

/** Rows as people type them; a wrong one has a day that nobody can read. */
function register(rows, wrong, wanted = () => true) {
  const lines = [
    '新都区社会组织登记台账,,,,,,',
    '序号,社会组织名称,统一社会信用代码,法定代表人,成立时间,注册资金,2025年年检结论',
  ]
  for (let at = 0; at < rows; at++) {
    if (!wanted(at)) continue
    const code = creditCode(`52510114MA${String(at).padStart(6, '0')}`)
    const founded = wrong(at) ? '前年' : ['2019年3月', '2019.3.1', '２０１９-０３-０１', '43525'][at % 4]
    const funds = ['"30,000 元"', '3万元', '３万', '30000'][at % 4]
    lines.push(
      `${at + 1},示例台账服务中心${at},${code},张 三,${founded},${funds},${['合格', '基本合格', '未参检'][at % 3]}`,
    )
  }
  return lines.join('\r\n')
}

/** The two check characters (GB 11714, GB 32100). */
function creditCode(first16) {
  const weigh = (text, weights, value) => [...text].reduce((sum, c, at) => sum + value(c) * weights[at], 0)
  const rest = 11 - (weigh(first16.slice(8), [3, 7, 9, 10, 5, 8, 4, 2], (c) => Number.parseInt(c, 36)) % 11)
  const first17 = first16 + (rest === 10 ? 'X' : rest === 11 ? '0' : rest)
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = weigh(first17, weights, (c) => ALPHABET.indexOf(c))
  return first17 + ALPHABET[(31 - (sum % 31)) % 31]
}
