/** A place in the grid, counted from 0. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** Where a key leads from a place of a grid; null when it leads nowhere. `letters` says whether `h j k l` act. */
export function moveInGrid(
  from: GridPlace,
  size: { readonly rows: number; readonly columns: number },
  key: { readonly key: string; readonly ctrlKey: boolean },
  letters: boolean,
): GridPlace | null {
  const to = target(from, size, key, letters)
  if (to === null || to.row < 0 || to.column < 0 || to.row >= size.rows || to.column >= size.columns) return null
  return to
}

const LETTERS: Readonly<Record<string, string>> = { h: 'ArrowLeft', j: 'ArrowDown', k: 'ArrowUp', l: 'ArrowRight' }

function target(
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number },
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  letters: boolean,
): GridPlace | null {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  if (ctrlKey) return key === 'Home' ? { row: 0, column: 0 } : key === 'End' ? last : null
  switch (letters && Object.hasOwn(LETTERS, key) ? LETTERS[key] : key) {
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return { row, column: last.column }
    default:
      return null
  }
}
