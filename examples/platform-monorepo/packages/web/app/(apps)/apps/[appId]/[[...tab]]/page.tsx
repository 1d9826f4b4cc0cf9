const TABS = ['overview', 'logs', 'usage'] as const

export default async function AppPage({ params }: { params: Promise<{ appId: string; tab?: string[] }> }) {
  const { appId, tab } = await params
  const current = TABS.find((each) => each === tab?.[0]) ?? 'overview'
  return (
    <nav aria-label={appId}>
      {TABS.map((each) => (
        <a key={each} href={`/apps/${appId}/${each}`} aria-current={each === current ? 'page' : undefined}>
          {each}
        </a>
      ))}
    </nav>
  )
}
