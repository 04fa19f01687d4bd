import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Select, TextArea, TextField } from '../../ui/field'
import { belongs, type Fields, type Name } from './registration'
import styles from './registry.module.css'
import { NodeField } from './value-field'

interface OrganizationFieldsProps {
  fields: Fields
  onField: (name: Name, value: string) => void
  wrong: (name: Name) => string | undefined
  /** A county registers in itself alone: nothing to choose. */
  placeIsFixed: boolean
  /** A change has a day from which it holds. */
  changes: boolean
}

const CHOICES = {
  legalForm: ['ASSOCIATION', 'SERVICE_INSTITUTION', 'FOUNDATION'],
  institutionKind: ['LEGAL_PERSON', 'PARTNERSHIP', 'INDIVIDUAL'],
  foundationKind: ['PUBLIC', 'NON_PUBLIC'],
  partyKind: ['NONE', 'OWN', 'JOINT', 'FUNCTIONAL'],
  charity: ['true', 'false'],
  publicFundraising: ['true', 'false'],
} as const

/** The registered items of the chosen legal form, in the order of the certificate (domain.md 3.2). */
export function OrganizationFields({ fields, onField, wrong, placeIsFixed, changes }: OrganizationFieldsProps) {
  const { t } = useTranslation('registry')
  const form = fields.legalForm as 'ASSOCIATION'
  const common = (name: Name) => ({
    id: name,
    label: t(`field.${name}`),
    hint: t(`hint.${name as 'creditCode'}`, { defaultValue: '' }),
    error: wrong(name),
    value: fields[name],
    onChange: (event: { target: { value: string } }) => onField(name, event.target.value),
  })
  const line = (name: Name, more: { type?: string; inputMode?: 'numeric' | 'decimal' } = {}) => (
    <TextField {...common(name)} {...more} />
  )
  const number = (name: Name) => (
    <TextField
      {...common(name)}
      inputMode="numeric"
      onChange={(event) => onField(name, event.target.value.replace(/\D/g, ''))}
    />
  )
  const choice = (name: keyof typeof CHOICES, mayBeUnknown = true) =>
    belongs(name, fields) && (
      <Select {...common(name)}>
        {mayBeUnknown && <option value="">{t('unknown')}</option>}
        {CHOICES[name].map((one) => (
          <option key={one} value={one}>
            {t(`choice.${name}.${one}` as 'choice.charity.true')}
          </option>
        ))}
      </Select>
    )
  return (
    <>
      <Part title={t('part.identity')}>
        {choice('legalForm', false)}
        {choice('institutionKind')}
        {choice('foundationKind')}
        {line('name')}
        {line('creditCode')}
        {!placeIsFixed && (
          <NodeField
            place
            id="regionCode"
            label={t('field.regionCode')}
            hint={t('hint.regionCode')}
            value={fields.regionCode}
            onValue={(code) => onField('regionCode', code)}
            error={wrong('regionCode')}
          />
        )}
        {line('address')}
        {line('head')}
        {changes && line('changedOn', { type: 'date' })}
      </Part>
      <Part title={t('part.purpose')}>
        <TextArea {...common('purpose')} />
        <TextArea {...common('businessScope')} />
        {belongs('activityArea', fields) && line('activityArea')}
        <TextField {...common('funds')} label={t(`funds.${form}`)} hint={t(`fundsHint.${form}`)} inputMode="decimal" />
      </Part>
      <Part title={t('part.certificate')}>
        {line('foundedOn', { type: 'date' })}
        {line('registrationAuthority')}
        {line('competentUnit')}
        {line('industryUnit')}
        <div className={styles.days}>
          {line('certificateFrom', { type: 'date' })}
          {line('certificateTo', { type: 'date' })}
        </div>
        {line('legacyCertNo')}
      </Part>
      <Part title={t('part.charity')}>
        <div className={styles.days}>
          {choice('charity')}
          {choice('publicFundraising')}
        </div>
      </Part>
      <Part title={t('part.party')}>
        {choice('partyKind')}
        {!['', 'NONE'].includes(fields.partyKind) && (
          <>
            {line('partyName')}
            {number('partyMembers')}
          </>
        )}
      </Part>
      <Part title={t('part.organs')}>
        {belongs('unitMembers', fields) && (
          <div className={styles.days}>
            {number('individualMembers')}
            {number('unitMembers')}
          </div>
        )}
        <div className={styles.days}>
          {number('council')}
          {number('supervisors')}
        </div>
      </Part>
      <Part title={t('part.contact')} lead={t('hint.contact')}>
        {line('contactName')}
        <div className={styles.days}>
          {line('contactPhone', { type: 'tel' })}
          {line('contactEmail', { type: 'email' })}
        </div>
      </Part>
    </>
  )
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.fields}>
      <legend>{title}</legend>
      {lead && <p className={styles.meta}>{lead}</p>}
      {children}
    </fieldset>
  )
}
