/** What an input method or a copied document writes wide (`１，０００．５`, `￥`), as numbers are read: `1,000.5`, `¥`. */
export const narrow = (typed: string) =>
  typed
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('￥', '¥')
    .replaceAll('\u3000', ' ')
