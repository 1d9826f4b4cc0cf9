import { type ComponentType, lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'

const never = () => () => {}

/** A part that the browser loads when it is first drawn, and the server never draws. `meanwhile` keeps its place. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ReactNode = null): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }))
  return function Lazily(props) {
    const isBrowser = useSyncExternalStore(
      never,
      () => true,
      () => false,
    )
    if (!isBrowser) return meanwhile
    return (
      <Suspense fallback={meanwhile}>
        <Part {...props} />
      </Suspense>
    )
  }
}
