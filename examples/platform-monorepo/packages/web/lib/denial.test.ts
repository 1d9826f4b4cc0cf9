import { expect, it } from 'vitest'
import { denialText } from './denial.ts'

it('never hides a code it does not know', () => {
  expect(denialText('policy.something_new')).toContain('policy.something_new')
})
