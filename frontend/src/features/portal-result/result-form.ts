import type { PortalResult, PortalResultForm } from '../../api/types'
import { type OfficialForm, officialFormOf, officialOf } from '../../lib/official'
import { pointsOf, pointsText } from '../../lib/points'
import { fenOf, isFree, typedYuan } from '../../lib/yuan-input'

/**
 * The form as it is typed: every value is the text in its control, so that nothing is lost on the way. The names are those of the JSON,
 * so that a pointer of the server is a path of the form.
 */
export interface ResultForm {
  winners: WinnerForm[]
  service: Record<'name' | 'scope' | 'requirements' | 'time' | 'standards', string>
  panel: { name: string; ofDepartment: boolean }[]
  agencyFee: { standard: string; amountFen: string }
  otherMatters: string
  officialPublication: OfficialForm
}

export interface WinnerForm {
  creditCode: string
  name: string
  address: string
  partner: boolean
  /** In yuan while they are typed, and points with two decimals. */
  amountFen: string
  rate: string
  scoreHundredths: string
  evaluationPriceFen: string
}

export const blankWinner = (partner: boolean): WinnerForm => ({
  creditCode: '',
  name: '',
  address: '',
  partner,
  amountFen: '',
  rate: '',
  scoreHundredths: '',
  evaluationPriceFen: '',
})

export const blankPanelist = { name: '', ofDepartment: false }

const points = (hundredths: number | null) => (hundredths === null ? '' : pointsText(hundredths))

export function formOf({ result }: PortalResult): ResultForm {
  const { winners, service, panel, agencyFee, otherMatters, official } = result
  return {
    winners:
      winners.length === 0
        ? [blankWinner(false)]
        : winners.map((one) => ({
            creditCode: one.creditCode ?? '',
            name: one.name ?? '',
            address: one.address ?? '',
            partner: one.partner,
            amountFen: typedYuan(one.amountFen),
            rate: one.rate ?? '',
            scoreHundredths: points(one.scoreHundredths),
            evaluationPriceFen: typedYuan(one.evaluationPriceFen),
          })),
    service: {
      name: service.name ?? '',
      scope: service.scope ?? '',
      requirements: service.requirements ?? '',
      time: service.time ?? '',
      standards: service.standards ?? '',
    },
    panel:
      panel.length === 0
        ? [blankPanelist, blankPanelist, blankPanelist]
        : panel.map(({ name, ofDepartment }) => ({ name: name ?? '', ofDepartment })),
    agencyFee: { standard: agencyFee?.standard ?? '', amountFen: feeText(agencyFee?.amountFen ?? null) },
    otherMatters: otherMatters ?? '',
    officialPublication: officialFormOf(official ?? undefined),
  }
}

const feeText = (fen: number | null) => (fen === 0 ? '0' : typedYuan(fen))

const said = (text: string) => (text.trim() === '' ? null : text.trim())

/** What is no amount yet is not sent; its field says so. */
const amount = (typed: string) => fenOf(typed) ?? null

/** Rows of the panel that nobody filled in are not meant. */
export function sentOf(form: ResultForm): PortalResultForm {
  const { agencyFee } = form
  const fee = isFree(agencyFee.amountFen) ? 0 : amount(agencyFee.amountFen)
  return {
    winners: form.winners.map((one) => ({
      creditCode: said(one.creditCode),
      name: said(one.name),
      address: said(one.address),
      partner: one.partner,
      amountFen: one.partner ? null : amount(one.amountFen),
      rate: one.partner ? null : said(one.rate),
      scoreHundredths: one.partner ? null : pointsOf(one.scoreHundredths),
      evaluationPriceFen: one.partner ? null : amount(one.evaluationPriceFen),
    })),
    service: {
      name: said(form.service.name),
      scope: said(form.service.scope),
      requirements: said(form.service.requirements),
      time: said(form.service.time),
      standards: said(form.service.standards),
    },
    panel: form.panel
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, ofDepartment }) => ({ name: name.trim(), ofDepartment })),
    agencyFee:
      agencyFee.standard.trim() === '' && fee === null ? null : { standard: said(agencyFee.standard), amountFen: fee },
    otherMatters: said(form.otherMatters),
    officialPublication: officialOf(form.officialPublication),
  }
}

/** What is typed and is no number: field by field, before anything is sent. */
export function misread(form: ResultForm): string[] {
  const wrong = (typed: string, read: number | null | undefined) => typed.trim() !== '' && (read ?? null) === null
  const fee = form.agencyFee.amountFen
  return [
    ...form.winners.flatMap((one, at) =>
      one.partner
        ? []
        : [
            ...(wrong(one.amountFen, fenOf(one.amountFen)) ? [`winners.${at}.amountFen`] : []),
            ...(wrong(one.scoreHundredths, pointsOf(one.scoreHundredths)) ? [`winners.${at}.scoreHundredths`] : []),
            ...(wrong(one.evaluationPriceFen, fenOf(one.evaluationPriceFen))
              ? [`winners.${at}.evaluationPriceFen`]
              : []),
          ],
    ),
    ...(wrong(fee, isFree(fee) ? 0 : fenOf(fee)) ? ['agencyFee.amountFen'] : []),
  ]
}
