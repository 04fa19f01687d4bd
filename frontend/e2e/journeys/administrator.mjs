// The operator rebuilds the index, sees it advance, and compares it with the database.
export async function administrator(stage) {
  const page = await stage.enter('admin')
  await page.goto('/operations')
  await page.locator('main h1').waitFor()
  await stage.report.check('the index is rebuilt while one watches', async () => {
    await page.getByRole('button', { name: '重建索引' }).click()
    await page.getByText('上次重建完成于').waitFor({ timeout: 120_000 })
  })
  await stage.report.check('index and database agree afterwards', async () => {
    await page.getByRole('button', { name: '再核对一次' }).click()
    await page.getByText('索引和数据库一致').waitFor()
  })
  await page.context().close()
  await stage.lookAround('admin', '/operations', 'operations')
}
