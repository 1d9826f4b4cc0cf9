import { count } from '#lib/wording/count.ts'

/** Says to whoever has no scripts how many domains are left that only a script draws, and where all of them are. */
export function DrawnByScript({ left }: { left: number }) {
  if (left === 0) return null
  return (
    <noscript>
      <p className="p-3 text-dense">
        {count(left, 'more domain')} cannot be drawn without JavaScript. <code>npx lanekeeper board</code> shows all.
      </p>
    </noscript>
  )
}
