/** How a tab looks, whether it is a tab within the page or a link to another view of it. */
export const tabLook =
  'inline-flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-2.5 font-medium text-body text-muted no-underline transition-colors duration-[120ms] hover:text-text focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:text-text aria-selected:border-accent aria-selected:text-text'
