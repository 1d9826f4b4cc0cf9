/** How a change is given to the plan explorer. */
export const INPUT_TABS = ['diff', 'files'] as const

export type InputTab = (typeof INPUT_TABS)[number]
