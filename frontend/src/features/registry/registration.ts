import type { OrganizationForm, OrganizationRecord } from '../../api/types'
import { fenOf } from '../../lib/yuan-input'

/** Everything that a registrar may type, as it was typed. */
export const NAMES = [
  'legalForm',
  'institutionKind',
  'foundationKind',
  'name',
  'creditCode',
  'regionCode',
  'address',
  'head',
  'purpose',
  'businessScope',
  'activityArea',
  'funds',
  'registrationAuthority',
  'competentUnit',
  'industryUnit',
  'foundedOn',
  'legacyCertNo',
  'certificateFrom',
  'certificateTo',
  'charity',
  'publicFundraising',
  'partyKind',
  'partyName',
  'partyMembers',
  'individualMembers',
  'unitMembers',
  'council',
  'supervisors',
  'contactName',
  'contactPhone',
  'contactEmail',
  'changedOn',
] as const
export type Name = (typeof NAMES)[number]
export type Fields = Record<Name, string>

const answer = (value: boolean | null | undefined) => (value === null || value === undefined ? '' : String(value))

/** A filed group that is to be registered: what its filing says may stand in the form already. */
export interface Group {
  id: string
  version: number
  name: string
  purpose: string
  venue: string
  leader: { name: string; phone: string } | null
}

const COUNTY_DIGITS = 6

export function fieldsOf(record: OrganizationRecord | null, region: string, group: Group | null = null): Fields {
  if (group !== null) {
    return {
      ...fieldsOf(null, region.slice(0, COUNTY_DIGITS)),
      businessScope: group.purpose,
      address: group.venue,
      head: group.leader?.name ?? '',
      contactName: group.leader?.name ?? '',
      contactPhone: group.leader?.phone ?? '',
    }
  }
  const registration = record?.registration
  const { contact, party, organs } = registration ?? {}
  return {
    legalForm: record?.legalForm ?? 'SERVICE_INSTITUTION',
    institutionKind: registration?.institutionKind ?? '',
    foundationKind: registration?.foundationKind ?? '',
    name: record?.name ?? '',
    creditCode: record?.creditCode ?? '',
    regionCode: record?.region.code ?? region,
    address: record?.address ?? '',
    head: record?.head ?? '',
    purpose: registration?.purpose ?? '',
    businessScope: record?.businessScope ?? '',
    activityArea: registration?.activityArea ?? '',
    funds: registration?.fundsFen ? String(registration.fundsFen / 100) : '',
    registrationAuthority: record?.registrationAuthority ?? '',
    competentUnit: registration?.competentUnit ?? '',
    industryUnit: registration?.industryUnit ?? '',
    foundedOn: record?.foundedOn ?? '',
    legacyCertNo: record?.legacyCertNo ?? '',
    certificateFrom: registration?.certificateFrom ?? '',
    certificateTo: registration?.certificateTo ?? '',
    charity: answer(registration?.charity),
    publicFundraising: answer(registration?.publicFundraising),
    partyKind: party?.kind ?? '',
    partyName: party?.name ?? '',
    partyMembers: party?.members?.toString() ?? '',
    individualMembers: organs?.individualMembers?.toString() ?? '',
    unitMembers: organs?.unitMembers?.toString() ?? '',
    council: organs?.council?.toString() ?? '',
    supervisors: organs?.supervisors?.toString() ?? '',
    contactName: contact?.name ?? '',
    contactPhone: contact?.phone ?? '',
    contactEmail: contact?.email ?? '',
    changedOn: '',
  }
}

/** Which fields a legal form has, beyond what all have (domain.md 3.2). */
const OF_FORM: Partial<Record<Name, string>> = {
  institutionKind: 'SERVICE_INSTITUTION',
  foundationKind: 'FOUNDATION',
  activityArea: 'ASSOCIATION',
  individualMembers: 'ASSOCIATION',
  unitMembers: 'ASSOCIATION',
}

export const belongs = (name: Name, fields: Fields) => OF_FORM[name] === undefined || OF_FORM[name] === fields.legalForm

/** Typed, but not an amount. */
export const isUnreadable = ({ funds }: Fields) => funds.trim() !== '' && fenOf(funds) === undefined

type Registration = NonNullable<OrganizationForm['registration']>

export function formOf(fields: Fields, acknowledged: string[]): OrganizationForm {
  const given = (name: Name) => {
    const text = fields[name].trim()
    return text === '' || !belongs(name, fields) ? null : text
  }
  const choice = <T extends string>(name: Name) => given(name) as T | null
  const many = (name: Name) => (given(name) === null ? null : Number(given(name)))
  const yes = (name: Name) => (given(name) === null ? null : given(name) === 'true')
  const partyKind = choice<NonNullable<Registration['party']>['kind']>('partyKind')
  const organs = {
    individualMembers: many('individualMembers'),
    unitMembers: many('unitMembers'),
    council: many('council'),
    supervisors: many('supervisors'),
  }
  const contact = { name: given('contactName'), phone: given('contactPhone'), email: given('contactEmail') }
  return {
    name: given('name'),
    legalForm: choice<NonNullable<OrganizationForm['legalForm']>>('legalForm'),
    creditCode: given('creditCode'),
    regionCode: given('regionCode'),
    foundedOn: given('foundedOn'),
    businessScope: given('businessScope'),
    address: given('address'),
    head: given('head'),
    legacyCertNo: given('legacyCertNo'),
    registrationAuthority: given('registrationAuthority'),
    registration: {
      purpose: given('purpose'),
      activityArea: given('activityArea'),
      fundsFen: fenOf(fields.funds) ?? null,
      competentUnit: given('competentUnit'),
      industryUnit: given('industryUnit'),
      institutionKind: choice('institutionKind'),
      foundationKind: choice('foundationKind'),
      publicFundraising: yes('publicFundraising'),
      charity: yes('charity'),
      certificateFrom: given('certificateFrom'),
      certificateTo: given('certificateTo'),
      party: partyKind && {
        kind: partyKind,
        name: partyKind === 'NONE' ? null : given('partyName'),
        members: partyKind === 'NONE' ? null : many('partyMembers'),
      },
      organs: Object.values(organs).some((one) => one !== null) ? organs : null,
      contact: Object.values(contact).some((one) => one !== null) ? contact : null,
    },
    changedOn: given('changedOn'),
    acknowledged,
  }
}

/** The field that a pointer of the server means. */
export function fieldAt(pointer: string): Name | undefined {
  const path = pointer.split('/').slice(1)
  const [part = '', item = ''] = path.slice(-2)
  const nested =
    part === 'party' || part === 'contact' ? part + item.charAt(0).toUpperCase() + item.slice(1) : undefined
  const named = nested ?? (path.at(-1) === 'fundsFen' ? 'funds' : path.at(-1))
  return NAMES.find((name) => name === named)
}

/** What stands differently in two readings. */
export const unlike = (before: Fields, after: Fields) =>
  NAMES.filter((name) => before[name] !== after[name]).map((name) => [name, before[name], after[name]] as const)
