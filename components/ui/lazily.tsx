import { type ComponentType, lazy, Suspense, useDeferredValue } from 'react'

function Nothing() {
  return null
}

/** A part that the browser loads when it is first drawn, and the server never draws. `Meanwhile` keeps its place. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props> = Nothing,
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }))
  return function Lazily(props) {
    // The server keeps to the first; in the browser the second follows when nothing that was pressed or painted has to wait for it.
    const isBrowser = useDeferredValue(true, false)
    const meanwhile = <Meanwhile {...props} />
    if (!isBrowser) return meanwhile
    return (
      <Suspense fallback={meanwhile}>
        <Part {...props} />
      </Suspense>
    )
  }
}
