/** The parameters of a page's address as the framework gives them. */
export type SearchParameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** A parameter that could not be used, and why. */
export interface UnusedParameter {
  readonly name: string
  readonly value: string
  readonly because: string
}

/** The text of a parameter; of several with one name the first counts. */
export function textOf(parameters: SearchParameters, name: string): string | undefined {
  const value = parameters[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** Reads a parameter that has only so many values. One that is not there gives `otherwise`; one that is none of them too, and says so. */
export function choiceOf<Value extends string, Otherwise extends Value | null>(
  parameters: SearchParameters,
  name: string,
  values: readonly Value[],
  otherwise: Otherwise,
): { readonly value: Value | Otherwise; readonly unused: readonly UnusedParameter[] } {
  const text = textOf(parameters, name)
  const value = values.find((each) => each === text)
  if (text === undefined || value !== undefined) return { value: value ?? otherwise, unused: [] }
  return { value: otherwise, unused: [{ name, value: text, because: `not one of ${values.join(', ')}` }] }
}

/** Reads a parameter that must be like something. One that is not is no value, and says `because`. */
export function textThat(
  parameters: SearchParameters,
  name: string,
  isLike: (text: string) => boolean,
  because: string,
): { readonly value: string | null; readonly unused: readonly UnusedParameter[] } {
  const text = textOf(parameters, name)
  if (text === undefined || text === '') return { value: null, unused: [] }
  return isLike(text) ? { value: text, unused: [] } : { value: null, unused: [{ name, value: text, because }] }
}
