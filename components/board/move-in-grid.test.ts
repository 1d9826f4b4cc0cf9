import { describe, expect, it } from 'vitest'
import { moveInGrid } from './move-in-grid.ts'

const SIZE = { rows: 3, columns: 4 }
const press = (key: string, { ctrlKey = false, letters = true, from = { row: 1, column: 1 } } = {}) =>
  moveInGrid(from, SIZE, { key, ctrlKey }, letters)

describe('the keys of the grid', () => {
  it.each([
    ['ArrowLeft', 'h', { row: 1, column: 0 }],
    ['ArrowDown', 'j', { row: 2, column: 1 }],
    ['ArrowUp', 'k', { row: 0, column: 1 }],
    ['ArrowRight', 'l', { row: 1, column: 2 }],
  ])('%s and %s move one cell', (arrow, letter, to) => {
    expect(press(arrow)).toEqual(to)
    expect(press(letter)).toEqual(to)
  })

  it('letters can be switched off; arrows cannot', () => {
    expect(press('j', { letters: false })).toBeNull()
    expect(press('ArrowDown', { letters: false })).toEqual({ row: 2, column: 1 })
  })

  it('Home and End go to the ends of the row, with Ctrl to those of the grid', () => {
    expect(press('Home')).toEqual({ row: 1, column: 0 })
    expect(press('End')).toEqual({ row: 1, column: 3 })
    expect(press('Home', { ctrlKey: true })).toEqual({ row: 0, column: 0 })
    expect(press('End', { ctrlKey: true })).toEqual({ row: 2, column: 3 })
  })

  it('nothing leads out of the grid, and other keys lead nowhere', () => {
    expect(press('ArrowUp', { from: { row: 0, column: 0 } })).toBeNull()
    expect(press('ArrowRight', { from: { row: 2, column: 3 } })).toBeNull()
    expect(press('Enter')).toBeNull()
    expect(press('constructor')).toBeNull()
  })
})
