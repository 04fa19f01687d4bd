import type { DraftForm } from './draft-form'

export interface Difference {
  path: string
  mine: string | null
  theirs: string | null
}

/** Two states of a form, leaf by leaf; lists of codes count as one leaf. */
export function differences(mine: DraftForm, theirs: DraftForm): Difference[] {
  const left = leaves(mine)
  const right = leaves(theirs)
  const paths = [...new Set([...left.keys(), ...right.keys()])]
  return paths
    .map((path) => ({ path, mine: left.get(path) ?? null, theirs: right.get(path) ?? null }))
    .filter((one) => one.mine !== one.theirs)
}

function leaves(node: unknown, path = '', found = new Map<string, string>()) {
  if (Array.isArray(node) && node.every((item) => typeof item === 'string')) {
    if (node.length > 0) found.set(path, node.join('、'))
  } else if (typeof node === 'object' && node !== null) {
    for (const [key, child] of Object.entries(node)) leaves(child, path === '' ? key : `${path}.${key}`, found)
  } else if (node === true) {
    found.set(path, '✓')
  } else if (typeof node === 'string' && node.trim() !== '') {
    found.set(path, node)
  }
  return found
}
