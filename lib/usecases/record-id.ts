const RECORD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** True when a text can be the id of something that was recorded. Nothing has any other. */
export function isRecordId(text: string): boolean {
  return RECORD_ID.test(text)
}
