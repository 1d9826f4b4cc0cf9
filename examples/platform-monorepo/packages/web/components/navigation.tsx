import { SECTIONS } from '../lib/sections.ts'

export function Navigation() {
  return (
    <nav aria-label="Main">
      {SECTIONS.map((section) => (
        <a key={section.href} href={section.href}>
          {section.title}
        </a>
      ))}
    </nav>
  )
}
