import { Fragment } from 'react'

/** Text with `<em>` marks from the index, drawn as marks; every other tag stays text. */
export function Highlight({ text }: { text: string }) {
  const pieces = text.split(/<em>(.*?)<\/em>/s)
  return pieces.map((piece, at) => {
    const key = `${at}`
    const plain = unescaped(piece)
    return at % 2 === 1 ? <mark key={key}>{plain}</mark> : <Fragment key={key}>{plain}</Fragment>
  })
}

/** The index escapes what it found (`&ldquo;`); a textarea of an inert document reads entities and never tags. */
const unescaped = (piece: string) =>
  piece.includes('&')
    ? (new DOMParser().parseFromString(`<textarea>${piece}</textarea>`, 'text/html').querySelector('textarea')?.value ??
      piece)
    : piece
