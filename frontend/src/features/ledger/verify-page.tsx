import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { Field, TextArea, TextField } from '../../ui/field'
import { Page } from '../../ui/page'
import { FindingCard } from './finding-card'
import { readVerifier } from './note'
import { ledgerKey, receiptOf } from './queries'
import { checkReceipt, type Finding, type Receipt, readReceipt } from './receipt'
import styles from './verify.module.css'

interface Checked {
  receipt: Receipt
  finding: Finding
}

/** Checks a receipt in the browser: nothing that is typed or chosen here leaves it. */
export default function VerifyPage() {
  const { t } = useTranslation('ledger')
  const [params] = useSearchParams()
  const entry = params.get('entry') ?? ''
  const wanted = /^\d{1,15}$/.test(entry)
  const key = useQuery(ledgerKey)
  const fetched = useQuery({ ...receiptOf(Number(entry)), enabled: wanted })
  const [text, setText] = useState<string | null>(null)
  const [typedKey, setTypedKey] = useState<string | null>(null)
  const [problems, setProblems] = useState<FieldError[]>([])
  const [checked, setChecked] = useState<Checked | null>(null)
  const receiptText = text ?? fetched.data ?? ''
  const keyText = typedKey ?? key.data ?? ''
  const check = async (receiptToRead: string, keyToTrust: string) => {
    setChecked(null)
    const receipt = readReceipt(receiptToRead.replaceAll('\r\n', '\n'))
    const trusted = await readVerifier(keyToTrust)
    const found: FieldError[] = []
    if (receipt === null) found.push({ field: 'receipt', message: t('notAReceipt') })
    if (trusted === null) found.push({ field: 'key', message: t('notAKey') })
    setProblems(found)
    if (receipt === null || trusted === null) return
    try {
      setChecked({ receipt, finding: await checkReceipt(receipt, trusted) })
    } catch {
      setProblems([{ message: t('cannot') }])
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for by address is checked once, when it has arrived
  useEffect(() => {
    if (fetched.data !== undefined && key.data !== undefined) void check(fetched.data, key.data)
  }, [fetched.data, key.data])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void check(receiptText, keyText)
  }
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <Page title={t('title')} narrow>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      {checked !== null && <FindingCard {...checked} />}
      {wanted && fetched.isError && <p role="alert">{t('noSuchEntry')}</p>}
      <form onSubmit={submit} noValidate className={styles.form}>
        <ErrorSummary errors={problems} />
        <Field label={t('file')} hint={t('fileHint')}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".tlog-proof,text/plain"
              onChange={async ({ target }) => {
                const read = await target.files?.[0]?.text()
                if (read === undefined) return
                setText(read)
                await check(read, keyText)
              }}
            />
          )}
        </Field>
        <TextArea
          id="receipt"
          label={t('receipt')}
          rows={8}
          spellCheck={false}
          className={styles.code}
          value={receiptText}
          error={errorOf('receipt')}
          onChange={({ target }) => setText(target.value)}
        />
        <TextField
          id="key"
          label={t('key')}
          hint={t('keyHint')}
          spellCheck={false}
          className={styles.code}
          value={keyText}
          error={errorOf('key')}
          onChange={({ target }) => setTypedKey(target.value)}
        />
        <Button type="submit">{t('check')}</Button>
      </form>
    </Page>
  )
}
