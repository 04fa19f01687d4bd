// Finds a Chromium: the one in the npm package, which has no window and needs half the time, the machine's own, Playwright's; else says
// so in one sentence.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const ofTheMachine = () => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const path = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...APPS].find(runs)
  return path === undefined ? null : { executablePath: path }
}

/** The package brings the browser and, in an archive of its own, the libraries that small machines lack. */
const ofThePackage = async (workDir) => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  try {
    const archives = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', '..', 'bin')
    mkdirSync(workDir, { recursive: true })
    process.env.TMPDIR = workDir
    const { default: packed, inflate } = await import('@sparticuz/chromium')
    const executablePath = await packed.executablePath()
    const libraries = await inflate(join(archives, 'al2023.tar.br'))
    const path = [join(libraries, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
    return { executablePath, env: { ...process.env, LD_LIBRARY_PATH: path } }
  } catch (failure) {
    console.log(`browser: package cannot be unpacked (${failure.message})`)
    return null
  }
}

const ofPlaywright = () =>
  existsSync(chromium.executablePath()) ? { executablePath: chromium.executablePath() } : null

/** Tries one place after the other; a browser that does not start is as good as none. */
export async function launch(workDir) {
  const only = process.env.E2E_BROWSER
  const places = { package: () => ofThePackage(workDir), machine: ofTheMachine, playwright: ofPlaywright }
  for (const [name, find] of Object.entries(places)) {
    if (only !== undefined && only !== name) continue
    const found = await find()
    if (found === null) continue
    try {
      const browser = await chromium.launch({ ...found, args: FLAGS })
      console.log(`browser: ${name}, Chromium ${browser.version()}`)
      return browser
    } catch (failure) {
      console.log(`browser: ${name} does not start (${String(failure).split('\n')[0]})`)
    }
  }
  return null
}
