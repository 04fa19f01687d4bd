import { Skeleton } from '../ui/skeleton'

/** Before the first page of a visit has arrived. */
export function Waiting() {
  return (
    <main style={{ maxWidth: 'var(--page)', margin: '96px auto', padding: '0 var(--gap-5)' }}>
      <Skeleton lines={9} />
    </main>
  )
}
