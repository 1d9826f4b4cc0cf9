import type { registerCsv as write } from '#lib/wording/register-csv.ts'

/** Lines of the register as CSV. What writes it is loaded when it is asked for. */
export async function registerCsv(...of: Parameters<typeof write>): Promise<string> {
  const csv = await import('#lib/wording/register-csv.ts')
  return csv.registerCsv(...of)
}
