import encodeQR from 'qr'
import { useMemo } from 'react'
import styles from './receipt.module.css'

/** Rows of dark modules as one path: a run is one rectangle. */
function pathOf(rows: boolean[][]): string {
  let path = ''
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      const from = x
      while (row[x + 1]) x++
      path += `M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`
    }
  })
  return path
}

/** A QR code, black on white in every mode: cameras know no dark paper. */
export function Code({ address, label }: { address: string; label: string }) {
  // Paper and screens keep it clean: the least correction makes the largest modules.
  const rows = useMemo(() => encodeQR(address, 'raw', { ecc: 'low', border: 4 }), [address])
  return (
    <svg className={styles.code} viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={pathOf(rows)} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
