import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** How a page is looked at: in each theme, wide and narrow. */
export const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) => [1440, 360].map((width) => ({ colorScheme, width })))

/** All rules, or those of contrast alone where only the colours differ from what was looked at before. */
export async function violations(page: Page, colorsOnly = false): Promise<readonly string[]> {
  // In the page itself: otherwise each look would open another page only to put together what was found in frames, and there are none.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (colorsOnly ? builder.withRules(['color-contrast', 'link-in-text-block']) : builder.withTags(TAGS)).analyze()
  return violations.flatMap((each) => each.nodes.map((node) => `${each.id} at ${node.target.join(' ')}: ${node.failureSummary}`))
}

/** What is found in each of the looks, as the page stands. */
export async function violationsInEveryLook(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    // What a new width mounts is there after the next frames.
    await page.waitForTimeout(150)
    found.push(...(await violations(page, colorScheme === 'dark')).map((each) => `${colorScheme} ${width}: ${each}`))
  }
  return found
}
