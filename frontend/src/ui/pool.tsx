import { type ReactNode, useEffect, useRef, useState } from 'react'
import { count } from '../lib/format'
import styles from './pool.module.css'

export interface PoolNumber {
  key: string
  value: number
  /** Before the number is exact enough to be told, for example `<10`. */
  told?: string | undefined
  unit: ReactNode
  label: ReactNode
}

/** The numbers that move while one types; a screen reader hears them once they rest. */
export function Pool({
  numbers,
  spoken,
  stale = false,
}: {
  numbers: readonly PoolNumber[]
  spoken: string
  stale?: boolean
}) {
  return (
    <div className={styles.pool} data-stale={stale || undefined}>
      {numbers.map((number) => (
        <div key={number.key} aria-hidden="true">
          <p className={styles.value}>
            {number.told ?? <Rolling to={number.value} />}
            <span>{number.unit}</span>
          </p>
          <p className={styles.label}>{number.label}</p>
        </div>
      ))}
      <p className="visually-hidden" role="status">
        {stale ? '' : spoken}
      </p>
    </div>
  )
}

const STEPS = 8

/** Moves to its new value in under 200 ms, so that one sees which way it went. */
function Rolling({ to }: { to: number }) {
  const [shown, setShown] = useState(to)
  const from = useRef(to)
  useEffect(() => {
    const start = from.current
    from.current = to
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    if (start === to || still) return setShown(to)
    let step = 0
    const timer = setInterval(() => {
      step += 1
      setShown(Math.round(start + ((to - start) * step) / STEPS))
      if (step >= STEPS) clearInterval(timer)
    }, 22)
    return () => clearInterval(timer)
  }, [to])
  return <>{count(shown)}</>
}
