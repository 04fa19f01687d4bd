import type { ConflictAnswer } from '../../../api/types'
import type { Answer, BidDraft } from './bid-draft'
import type { CredPart } from './contents'

/** What no registry knows and the bidder answers (domain.md 2.5). */
export type DeclaredRule = ConflictAnswer['declared'][number]

/** The answers to a rule; whoever had the whole design in hand takes part in nothing else of the project (实施条例 18). */
export const answersTo = ({ rule }: DeclaredRule): Answer[] =>
  rule === 'C04' ? ['NO', 'PART', 'WHOLE'] : ['NO', 'YES']

export const declaredField = ({ rule }: DeclaredRule) => `declared-${rule}`

/** Why it cannot go on: not answered, not explained, or barred by law. */
export interface DeclarationGap {
  kind: 'answer' | 'text' | 'barred'
  field: string
  /** Of the question. */
  number: number
}

export function declarationGaps(rules: DeclaredRule[], { declared }: BidDraft): DeclarationGap[] {
  return rules.flatMap((one, index): DeclarationGap[] => {
    const number = index + 1
    const given = declared[one.rule]
    const field = declaredField(one)
    if (given?.answer === undefined) return [{ kind: 'answer', field, number }]
    if (given.answer === 'WHOLE') return [{ kind: 'barred', field, number }]
    return given.answer !== 'NO' && given.text.trim() === '' ? [{ kind: 'text', field: `${field}-text`, number }] : []
  })
}

/** As they are sealed: question, answer and explanation, so that they can be read without this page. */
export const declarationsOf = (
  rules: DeclaredRule[],
  { declared }: BidDraft,
  words: (answer: Answer) => string,
): CredPart['statements'] =>
  rules.map((one) => {
    const { answer = 'NO', text = '' } = declared[one.rule] ?? {}
    const said = words(answer)
    return {
      rule: one.rule,
      article: one.article,
      text: `${one.text}：${said}${answer === 'NO' ? '' : `。${text.trim()}`}`,
      answer,
    }
  })
