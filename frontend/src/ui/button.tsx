import type { ComponentProps } from 'react'
import { Link, type LinkProps } from 'react-router'
import styles from './button.module.css'
import { cx } from './cx'

export type Weight = 'primary' | 'ghost' | 'quiet' | 'danger'

interface ButtonProps extends ComponentProps<'button'> {
  weight?: Weight
  /** Work is under way: says so and takes no second press, but keeps the focus. */
  busy?: boolean
}

export function Button({
  weight = 'primary',
  busy = false,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={cx(styles.button, styles[weight], className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    />
  )
}

/** A way to another page that weighs as much as a button. */
export function ActionLink({ weight = 'primary', className, ...rest }: LinkProps & { weight?: Weight }) {
  return <Link {...rest} className={cx(styles.button, styles[weight], className)} />
}
