import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime.js'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** Links ask for it when they are drawn, and use it when they are pressed. */
const ROUTER = { bfcacheId: '0', back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {} }

/** What the server draws of a part. */
export function drawn(part: ReactNode): string {
  return renderToStaticMarkup(createElement(AppRouterContext.Provider, { value: ROUTER }, part))
}
