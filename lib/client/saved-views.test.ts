import { describe, expect, it } from 'vitest'
import { MOST_VIEWS, parseViews, viewQuery, withoutView, withView } from './saved-views.ts'

const VIEW = { name: 'What failed', path: '/board', query: 'status=failed&sort=name' }

describe('the views that a browser keeps', () => {
  it('come back as they were saved', () => {
    expect(parseViews(JSON.stringify([VIEW]))).toEqual([VIEW])
  })

  it.each([
    [null],
    [''],
    ['{'],
    ['{}'],
    ['[1,null,{"name":"x"}]'],
    [JSON.stringify([{ ...VIEW, name: ' ' }])],
    [JSON.stringify([{ ...VIEW, name: 'x'.repeat(61) }])],
    [JSON.stringify([{ ...VIEW, path: 'javascript:alert(1)' }])],
    [JSON.stringify([{ ...VIEW, path: '//evil.example' }])],
  ])('leave out what is no view: %j', (text) => {
    expect(parseViews(text)).toEqual([])
  })

  it('have one of a name, and the last fifty', () => {
    const renewed = { ...VIEW, query: 'status=missing' }
    expect(withView([VIEW], renewed)).toEqual([renewed])
    expect(withoutView([VIEW, { ...VIEW, name: 'other' }], VIEW).map(({ name }) => name)).toEqual(['other'])
    const many = Array.from({ length: 60 }, (_, at) => ({ ...VIEW, name: `view ${at}` })).reduce(withView, [] as readonly (typeof VIEW)[])
    expect([many.length, many.at(0)?.name, many.at(-1)?.name]).toEqual([MOST_VIEWS, 'view 10', 'view 59'])
  })

  it('keep how a page is looked at, and not what is open in it', () => {
    expect(viewQuery('?status=failed&cell=web.6&q=@a')).toBe('status=failed&q=%40a')
  })
})
