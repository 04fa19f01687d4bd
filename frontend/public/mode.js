;(() => {
  const root = document.documentElement
  try {
    const theme = localStorage.getItem('goufu.theme')
    if (theme && theme !== 'system') root.dataset.theme = theme
    if (localStorage.getItem('goufu.size') === 'elder') root.dataset.mode = 'elder'
    root.lang = localStorage.getItem('goufu.language') === 'en' ? 'en' : 'zh-CN'
  } catch {
    // Storage may be closed to us: the defaults stand.
  }
})()
