/** The body that asks. */
export interface Body {
  id: string
  name: string
  kind: 'LEGAL_PERSON' | 'FEDERATION' | 'FILED_GROUP'
}
