import { describe, expect, it } from 'vitest'
import { safeReturnTo } from './return-to.ts'

describe('a sign-in leads back to a page of ours', () => {
  it.each([
    '/board',
    '/board?commit=abc&tab=items',
    '/domains/platform-billing',
    '/changes/new',
    '/',
    '/releases/sha256%3Aabc',
    '/x?y=//evil.example',
  ])('%s', (path) => {
    expect(safeReturnTo(path)).toBe(path)
  })

  it('without the part that only the browser knows', () => {
    expect(safeReturnTo('/audit?entry=2#2')).toBe('/audit?entry=2')
  })
})

describe('and nowhere else, however it is written', () => {
  it.each([
    '//evil.example',
    '///evil.example',
    '////evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '\\\\evil.example',
    '/\\/evil.example',
    '//\\evil.example',
    'https://evil.example',
    'HTTPS://evil.example',
    'https:/evil.example',
    'https:evil.example',
    'http:evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'evil.example',
    '@evil.example',
    '?x',
    '#x',
    '.',
    './/evil.example',
    '../board',
    ' /board',
    ' //evil.example',
    '\t//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r/evil.example',
    '/ /evil.example',
    '\u0000/board',
    '/\u0000/evil.example',
    '/\u2028/evil.example',
    '/\uff0fevil.example',
    '\uff0f\uff0fevil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/%2e%2e//evil.example',
    '/x/%2e%2e//evil.example',
    '/./\\evil.example',
    '/board\\..\\..\\evil',
    '/board\r\nset-cookie: a=b',
    '/board x',
    '/bo\u00e4rd',
    `/${'x'.repeat(2000)}`,
    '/api/v1/session',
    '/sign-in',
    '/sign-in?returnTo=/board',
    '/sign-out',
    '/x/../api/v1/session',
    '',
    null,
    undefined,
  ])('%j', (given) => {
    expect(safeReturnTo(given)).toBe('/')
  })

  it.each([
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '/%09/evil.example',
    '/%2Fevil.example',
    '/;//evil.example',
    '/@evil.example',
    '/:80',
  ])('%s stays a path here', (given) => {
    expect(new URL(safeReturnTo(given), 'https://lanekeeper.example').origin).toBe('https://lanekeeper.example')
  })
})
