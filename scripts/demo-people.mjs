/*
 * What people did with the newest candidate of the example, as their browsers would: one exception is in force, one waits for approvals, one
 * was rejected, and the domain that is eligible was promoted.
 */

const DAY = 86_400_000
const PASSWORD = 'lanekeeper'

/** Tells it once; where the accounts of the demo do not work there is nobody to tell it of. */
export async function tellPeople({ api, address, origin, say, content, moment }) {
  if ((await api.get('promotions?limit=1')).items.length > 0) return
  const owner = await signIn(address, origin, 'domain-owner')
  if (owner === null) return
  say('What people made of it: exceptions, and a promotion …')
  const [second, architect, manager] = await Promise.all(
    ['domain-owner-2', 'architect', 'release-manager'].map((name) => signIn(address, origin, name)),
  )
  const until = (days) => new Date(moment + days * DAY).toISOString()

  const collector = await owner('exceptions', 'demo-exception-slo', {
    gates: ['app-platform/evidence/slo'],
    domain: 'app-platform',
    content,
    reason: 'The collector of the app SLO was down during the run; the numbers of the hour before were within the objective.',
    risk: 'low',
    expiresAt: until(20),
  })
  await second(`exceptions/${collector.id}/decisions`, 'demo-exception-slo-approved', {
    decision: 'approve',
    reason: 'The dashboards show the hour before and after. It is run again with the next candidate.',
  })

  const agent = await owner('exceptions', 'demo-exception-agent', {
    gates: ['gpuaas/smoke/node-agent-task'],
    domain: 'gpuaas',
    content,
    reason: 'Two tasks fail on the drained pool only; the pool comes back after the kernel fix.',
    risk: 'high',
    control: 'Launches go to the other pools, on-call watches the task queue, and the release is rolled back at the first stuck task.',
    expiresAt: until(6),
  })
  await architect(`exceptions/${agent.id}/decisions`, 'demo-exception-agent-approved', {
    decision: 'approve',
    reason: 'The boundary between scheduler and agent holds without that pool.',
  })

  const drill = await second('exceptions', 'demo-exception-drill', {
    gates: ['platform-policy/evidence/rollback-drill'],
    domain: 'platform-policy',
    content,
    reason: 'The third region has no window for a drill before Thursday.',
    risk: 'medium',
    control: 'The third region is released last.',
    expiresAt: until(9),
  })
  await architect(`exceptions/${drill.id}/decisions`, 'demo-exception-drill-rejected', {
    decision: 'reject',
    reason: 'Releasing last is no way back. Drill the third region, or leave it out of this release.',
  })

  await manager('promotions', 'demo-promotion', { domain: 'platform-billing', content })
}

/** Posts as an account of the demo, from our own pages; null when it cannot sign in. */
async function signIn(address, origin, name) {
  const json = { 'content-type': 'application/json', origin }
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: `${name}@example.test`, password: PASSWORD }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!answer.ok || cookie === undefined) return null
  return async (path, key, body) => {
    const headers = { ...json, cookie, 'idempotency-key': key }
    const posted = await fetch(`${address}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const document = await posted.json()
    if (!posted.ok) throw new Error(`${name}: ${path} answered ${posted.status}: ${document.detail ?? ''}`)
    return document
  }
}
