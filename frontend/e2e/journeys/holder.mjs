// A supervisor rehearses, loses faith in the key, makes a new one in the browser, proves it from the saved file; the operator vouches for it.
import { readFile } from 'node:fs/promises'

const PASSPHRASE = '竹林里的小路一直通到八号楼'

const choose = (page, bytes) =>
  page.locator('input[type=file]').setInputFiles({ name: 'key.json', mimeType: 'application/json', buffer: bytes })

/** Of the province's supervisor; those of its cities have keys of their own beside them. */
const rowsOf = (page) => page.locator('main [data-row]').filter({ hasText: '演示监管人员' })

export async function holder(stage, memory) {
  const page = await stage.enter('supervisor')
  await page.goto('/keys')
  await page.locator('main [data-row]').first().waitFor()
  const demoKey = await (await page.request.get('/api/demo/holder-key')).body()
  await stage.report.check('a dummy is opened with the demo key, and a wrong passphrase is named', async () => {
    await page.getByText('演练：打开一封试验信封').click()
    await choose(page, demoKey)
    await page.getByLabel('口令').fill('not the passphrase')
    await page.getByRole('button', { name: '打开试验信封' }).click()
    await page.getByRole('link', { name: /口令不对/ }).waitFor()
    await page.getByLabel('口令').fill('goufu-demo')
    await page.getByRole('button', { name: '打开试验信封' }).click()
    await page.getByText('打开了，钥匙完好。').waitFor()
  })
  await stage.report.check('a new key is made here and saved, and proved from its file', async () => {
    await rowsOf(page).getByRole('button', { name: '停用' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    // Its own field comes with the new form; the other one stood in the old form too.
    await page.getByLabel('再输入一次口令').fill(PASSPHRASE)
    await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE)
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: '生成并保存' }).click()
    const file = await readFile(await (await saving).path())
    await page.getByRole('button', { name: '试开' }).waitFor()
    await choose(page, demoKey)
    await page.getByLabel('口令').fill('goufu-demo')
    await page.getByRole('button', { name: '试开' }).click()
    await page.getByRole('link', { name: /这是另一把钥匙的文件/ }).waitFor()
    await choose(page, file)
    await page.getByLabel('口令').fill(PASSPHRASE)
    await page.getByRole('button', { name: '试开' }).click()
    await page.getByText('等同事启用').waitFor()
    memory.supervisorKey = {
      file: { name: 'key.json', mimeType: 'application/json', buffer: file },
      passphrase: PASSPHRASE,
    }
  })
  await stage.look(page, 'holder-key-proven')
  const operator = await stage.enter('admin')
  await operator.goto('/keys')
  await stage.report.check('the operator compares the fingerprint and puts the key into use', async () => {
    await operator.getByRole('button', { name: '核对并启用' }).click()
    await operator.getByRole('button', { name: '指纹一致，启用' }).click()
    await rowsOf(operator).getByText('已启用').waitFor()
    await page.reload()
    await page.getByText('可以开标').waitFor()
  })
  await operator.context().close()
  await page.context().close()
}
