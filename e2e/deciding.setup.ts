import { bringModel } from './command-line.ts'
import { passEverywhere, recordHistory } from './evidence.ts'
import { SERVERS } from './servers.ts'
import { COVETED } from './signed-in.ts'
import { expect, test } from './watched-page.ts'

test('the same model and the same two candidates, where there are people to decide', async ({ request }) => {
  expect(bringModel(SERVERS.decided.url)).toContain('is now current')
  await passEverywhere(request, COVETED)
  await recordHistory(request)
})
