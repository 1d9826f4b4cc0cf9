/** True when an `accept-encoding` names gzip and does not refuse it by `q=0`. */
export function takesGzip(accepted: string | null | undefined): boolean {
  return (accepted ?? '')
    .toLowerCase()
    .split(',')
    .some((each) => /^\s*gzip\s*(;\s*q=(0?\.0*[1-9]\d*|1(\.0*)?)\s*)?$/.test(each))
}
