const TITLES: Readonly<Record<number, string>> = {
  400: 'The request could not be read',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'In conflict with what is stored',
  413: 'Too much at once',
  422: 'The request does not fit',
  429: 'Too many requests',
  503: 'The server cannot answer now',
}

/** A title for an answer that brings none of its own. */
export function titleOfStatus(status: number): string {
  return TITLES[status] ?? (status >= 500 ? 'The server failed' : 'The request failed')
}
