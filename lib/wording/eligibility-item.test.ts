import { describe, expect, it } from 'vitest'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import { itemNamed } from './eligibility-item.ts'

describe('an item is named by its number or its id', () => {
  it.each(ELIGIBILITY_ITEMS.map((id, at) => [id, String(at + 1)]))('%s is %s', (id, number) => {
    expect(itemNamed(number)).toBe(id)
    expect(itemNamed(id)).toBe(id)
  })

  it.each(['', '0', '9', '1.5', '01', ' 1', 'rollback', 'Rollback-Tested', '__proto__'])('%j is none', (text) => {
    expect(itemNamed(text)).toBeNull()
  })
})
