import type { boardCsv as write } from '#lib/wording/board-csv.ts'

/** The board as CSV. What writes it is loaded when it is asked for. */
export async function boardCsv(...of: Parameters<typeof write>): Promise<string> {
  const csv = await import('#lib/wording/board-csv.ts')
  return csv.boardCsv(...of)
}
