const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/
const NANOS = 9

/** A moment in nanoseconds, however many digits of a second were written; null for what is none. */
export function momentOf(written: string | null): bigint | null {
  const [, seconds, fraction] = MOMENT.exec(written ?? '') ?? []
  const millis = seconds === undefined ? Number.NaN : Date.parse(`${seconds}Z`)
  return Number.isNaN(millis) ? null : BigInt(millis) * 1_000_000n + BigInt((fraction ?? '').padEnd(NANOS, '0'))
}

/** Whether both are the same; false where one of them is none. */
export function isSameMoment(one: string | null, other: string | null): boolean {
  const first = momentOf(one)
  return first !== null && first === momentOf(other)
}

/** Whether one is before the other; false where one of them is none. */
export function isBefore(one: string | null, other: string | null): boolean {
  const [first, second] = [momentOf(one), momentOf(other)]
  return first !== null && second !== null && first < second
}
