/** Who looks at a purchase, as far as its pages need to know. */
export interface Staff {
  name: string
  /** Writes purchases. */
  officer: boolean
  /** Approves what others wrote. */
  approver: boolean
}
