/** What a producer left open. */
export const NOT_SAID = <span className="text-muted">not said</span>
