/** The body that asks. */
export interface Body {
  id: string
  name: string
  kind: 'LEGAL_PERSON' | 'FEDERATION' | 'FILED_GROUP'
}

/** Who looks at a verdict: only its own staff may act for a body, only they and registrars may open its evidence. */
export interface Asker {
  body: string | null
  registrar: boolean
}
