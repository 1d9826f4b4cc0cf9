/** How long ago exceptions ended, as a label. */
export function endedExceptionsText(withinDays: number | null): string {
  return withinDays === null ? 'Ended longer ago' : `Ended within ${withinDays} days`
}
