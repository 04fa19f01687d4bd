// An officer asks for three years since founding, reads what the product says, and cannot submit it; nothing typed is lost.
const UNLAWFUL = '供应商成立满三年'

export async function unlawful(stage) {
  const page = await stage.enter('officer')
  await page.goto('/purchases/new')
  await page.locator('#title').fill('社区助浴服务')
  await page.getByRole('button', { name: '开始写' }).click()
  await page.waitForURL(/\/edit$/)
  await page.locator('[id="lots.0.requirements"]').locator('[data-kind=TEXT]').click()
  await page.locator('[id="lots.0.requirements.0.text"]').fill(UNLAWFUL)
  await stage.report.check('the rule names the requirement, its article and a way out', async () => {
    const panel = page.locator('section').filter({ has: page.locator('#findings-title') })
    const remark = panel.locator('li').filter({ hasText: '资格条件 1' }).first()
    await remark.waitFor()
    await remark.getByText('不能发布').waitFor()
    const words = await remark.innerText()
    console.log(`  the finding reads: ${words.replaceAll('\n', ' / ')}`)
    await remark.getByRole('button').first().click()
    await page.waitForFunction(() => document.activeElement?.id.startsWith('lots.0.requirements.0'))
  })
  await stage.report.check('sending it is refused, beside the field and in the summary', async () => {
    await page.locator('form button[type=submit]').click()
    const summary = page.getByRole('alert')
    await summary.waitFor()
    await summary
      .getByRole('link', { name: /资格条件 1/ })
      .first()
      .waitFor()
    await page.locator('[id="lots.0.requirements.0.text-error"]').waitFor()
    await page.locator('#description-error').waitFor()
  })
  await stage.look(page, 'editor-refused-desk')
  await stage.report.check('a reload keeps everything', async () => {
    await page.reload()
    await page.locator('[id="lots.0.requirements.0.text"]').waitFor()
    const kept = await page.locator('[id="lots.0.requirements.0.text"]').inputValue()
    if (kept !== UNLAWFUL) throw new Error(`There stands “${kept}”`)
  })
  await conflict(stage, page)
  await stage.report.check('the draft can be thrown away, after a question', async () => {
    await page.getByRole('link', { name: '看成稿' }).click()
    await page.getByRole('button', { name: '删除草稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await page.waitForURL(/\/purchases$/)
  })
  await page.context().close()
}

/** A colleague saves another version meanwhile: both are shown, and nothing is overwritten before one is chosen. */
async function conflict(stage, page) {
  const colleague = await stage.enter('officer')
  await colleague.goto(new URL(page.url()).pathname)
  await colleague.locator('#description').fill('同事写的说明')
  await colleague.locator('[data-save=saved]').getByText('已保存').waitFor()
  await colleague.context().close()
  await stage.report.check('two versions are compared before one is chosen', async () => {
    await page.locator('#title').fill('社区助浴与助洁服务')
    const dialog = page.getByRole('dialog', { name: '有人先保存了另一份' })
    await dialog.getByText('同事写的说明').waitFor()
    await stage.look(page, 'conflict-desk')
    await dialog.getByRole('button', { name: '用我写的' }).click()
    await page.locator('[data-save=saved]').getByText('已保存').waitFor()
    if ((await page.locator('#title').inputValue()) !== '社区助浴与助洁服务') throw new Error('The text is gone')
  })
}
