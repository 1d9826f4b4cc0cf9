import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

export type ButtonLook = 'primary' | 'secondary' | 'ghost'

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  secondary: 'border-control bg-page text-text hover:bg-hover',
  ghost: 'border-transparent text-muted hover:bg-hover hover:text-text',
}

const SIZES = {
  compact: 'h-7 gap-1.5 px-2 text-dense',
  default: 'h-8 gap-2 px-3 text-body',
  icon: 'size-8 justify-center',
} as const

export type ButtonSize = keyof typeof SIZES

/** The classes of a button, for links and headless parts that must look like one. */
export function buttonLook(look: ButtonLook = 'secondary', size: ButtonSize = 'default'): string {
  return classNames('button', LOOKS[look], SIZES[size])
}

/** A button that does something here; its words are a verb. */
export function Button({ look, size, className, ...rest }: ComponentProps<'button'> & { look?: ButtonLook; size?: ButtonSize }) {
  return <button type="button" className={classNames(buttonLook(look, size), className)} {...rest} />
}
