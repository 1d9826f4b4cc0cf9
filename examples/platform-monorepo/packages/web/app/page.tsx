import { SECTIONS } from '../lib/sections.ts'

export default function HomePage() {
  return (
    <ul>
      {SECTIONS.map((section) => (
        <li key={section.href}>
          <a href={section.href}>{section.title}</a>: {section.summary}
        </li>
      ))}
    </ul>
  )
}
