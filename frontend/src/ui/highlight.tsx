import { Fragment } from 'react'

/** Text with `<em>` marks from the index, drawn as marks; every other tag stays text. */
export function Highlight({ text }: { text: string }) {
  const pieces = text.split(/<em>(.*?)<\/em>/s)
  return pieces.map((piece, at) => {
    const key = `${at}`
    return at % 2 === 1 ? <mark key={key}>{piece}</mark> : <Fragment key={key}>{piece}</Fragment>
  })
}
