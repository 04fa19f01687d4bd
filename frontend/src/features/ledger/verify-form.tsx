import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Bytes, utf8 } from '../../lib/bytes'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { TextArea, TextField } from '../../ui/field'
import { FileField } from '../../ui/file-field'
import { type BundleResult, checkBundle } from './bundle'
import { BundleCard } from './bundle-card'
import { FindingCard } from './finding-card'
import { readVerifier, type Verifier } from './note'
import { checkReceipt, type Finding, type Receipt, readReceipt } from './receipt'
import styles from './verify.module.css'
import { type Files, isZip, unzip } from './zip'

type Checked =
  | { kind: 'receipt'; receipt: Receipt; finding: Finding }
  | { kind: 'bundle'; result: BundleResult; kept: number }

/** A bundle, and the receipts that were chosen with it. */
interface Archive {
  name: string
  bytes: Bytes
  kept: Bytes[]
}

interface VerifyFormProps {
  /** What was asked for by address, once it has come: it is checked at once. */
  given?: Bytes | undefined
  /** The key that the site names, once it has come. */
  siteKey?: string | undefined
  keyHint: string
  /** What else can be told of a good receipt's act. */
  about?: (act: Bytes) => ReactNode
  /** A way to a notice of a bundle. */
  notice?: (id: string, words: string) => ReactNode
}

/** Checks a receipt or a bundle in the browser: nothing that is typed or chosen here leaves it. */
export function VerifyForm({ given, siteKey, keyHint, about, notice }: VerifyFormProps) {
  const { t } = useTranslation('ledger')
  const [text, setText] = useState<string | null>(null)
  const [archive, setArchive] = useState<Archive | null>(null)
  const [typedKey, setTypedKey] = useState<string | null>(null)
  const [problems, setProblems] = useState<FieldError[]>([])
  const [checked, setChecked] = useState<Checked | null>(null)
  const keyText = typedKey ?? siteKey ?? ''
  const shown = text ?? ''

  const check = async (bytes: Bytes, kept: Bytes[] = []) => {
    setChecked(null)
    const trusted = await readVerifier(keyText)
    const read = await readAny(bytes)
    const receipts = kept.map(receiptIn).filter((receipt) => receipt !== null)
    const found: FieldError[] = []
    if (receipts.length < kept.length) found.push({ field: 'receipt', message: t('notAReceipt') })
    else if (read === null) found.push({ field: 'receipt', message: t(isZip(bytes) ? 'notABundle' : 'notAReceipt') })
    if (trusted === null) found.push({ field: 'key', message: t(keyText === '' ? 'noKey' : 'notAKey') })
    setProblems(found)
    if (read === null || trusted === null || found.length > 0) return
    try {
      setChecked(await checkAny(read, trusted, receipts))
    } catch {
      setProblems([{ message: t('cannot') }])
    }
  }
  const choose = async (name: string, bytes: Bytes, kept: Bytes[] = []) => {
    setArchive(isZip(bytes) ? { name, bytes, kept } : null)
    setText(isZip(bytes) ? '' : new TextDecoder().decode(bytes))
    await check(bytes, kept)
  }
  const chooseFiles = async (files: File[]) => {
    const read = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) as Bytes })),
    )
    const main = read.find(({ bytes }) => isZip(bytes)) ?? read[0]
    if (main === undefined) return
    const kept = isZip(main.bytes) ? read.filter((one) => one !== main).map(({ bytes }) => bytes) : []
    await choose(main.name, main.bytes, kept)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for by address is checked once, when it has arrived
  useEffect(() => {
    if (given !== undefined && siteKey !== undefined) void choose(t('askedFor'), given)
  }, [given, siteKey])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void check(archive?.bytes ?? utf8(shown), archive?.kept)
  }
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <>
      {checked?.kind === 'receipt' && (
        <FindingCard {...checked}>{checked.finding.fault === null && about?.(checked.receipt.act)}</FindingCard>
      )}
      {checked?.kind === 'bundle' && <BundleCard result={checked.result} kept={checked.kept} notice={notice} />}
      <form onSubmit={submit} noValidate className={styles.form}>
        <ErrorSummary errors={problems} />
        <FileField
          label={t('file')}
          hint={t('fileHint')}
          accept=".tlog-proof,.zip,text/plain,application/zip"
          multiple
          onChoose={chooseFiles}
        />
        {archive !== null && <p className={styles.chosen}>{t('chosen', { name: archive.name })}</p>}
        <TextArea
          id="receipt"
          label={t('receipt')}
          rows={8}
          spellCheck={false}
          className={styles.code}
          value={shown}
          error={errorOf('receipt')}
          onChange={({ target }) => {
            setArchive(null)
            setText(target.value)
          }}
        />
        <TextField
          id="key"
          label={t('key')}
          hint={keyHint}
          spellCheck={false}
          className={styles.code}
          value={keyText}
          error={errorOf('key')}
          onChange={({ target }) => setTypedKey(target.value)}
        />
        <Button type="submit">{t('check')}</Button>
      </form>
    </>
  )
}

type Read = { kind: 'receipt'; receipt: Receipt } | { kind: 'bundle'; files: Files }

async function readAny(bytes: Bytes): Promise<Read | null> {
  if (isZip(bytes)) {
    const files = await unzip(bytes)
    return files && { kind: 'bundle', files }
  }
  const receipt = receiptIn(bytes)
  return receipt && { kind: 'receipt', receipt }
}

const receiptIn = (bytes: Bytes) => readReceipt(new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'))

const checkAny = async (read: Read, trusted: Verifier, kept: Receipt[]): Promise<Checked> =>
  read.kind === 'receipt'
    ? { ...read, finding: await checkReceipt(read.receipt, trusted) }
    : { kind: 'bundle', result: await checkBundle(read.files, trusted, kept), kept: kept.length }
