/** A list longer than this leaves out the layout of rows that are far away. */
const LONG = 100

/** The class that a list of so many rows needs to stay quick. */
export function farRows(rows: number): string | false {
  return rows > LONG && 'far-rows'
}
