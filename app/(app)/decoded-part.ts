/** The framework hands a part of the path over as it stands in the address. One that is no encoding is no name either. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
