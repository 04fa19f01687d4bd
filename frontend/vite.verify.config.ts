import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Puts script and styles into the page, so that it can be saved and opened from a disk. */
const inOneFile: Plugin = {
  name: 'in-one-file',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = Object.values(bundle).find((file) => file.fileName.endsWith('.html'))
    if (page?.type !== 'asset') throw new Error('there is no page')
    let html = String(page.source)
    for (const file of Object.values(bundle)) {
      if (file === page) continue
      const name = file.fileName.replaceAll('.', '\\.')
      if (file.type === 'chunk') {
        const script = file.code.replaceAll('</script', '<\\/script')
        html = html.replace(new RegExp(`<script[^>]*${name}"[^>]*></script>`), '')
        html = html.replace('</body>', () => `<script type="module">${script}</script>\n</body>`)
      } else if (file.fileName.endsWith('.css')) {
        html = html.replace(new RegExp(`<link[^>]*${name}"[^>]*>`), () => `<style>${file.source}</style>`)
      } else throw new Error(`${file.fileName} cannot be put into the page`)
      delete bundle[file.fileName]
    }
    page.source = html
  },
}

export default defineConfig({
  plugins: [react(), inOneFile],
  publicDir: false,
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: false,
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { input: 'goufu-verify.html', output: { codeSplitting: false } },
  },
})
