export default async function TerminalPage({ params }: { params: Promise<{ allocationId: string }> }) {
  const { allocationId } = await params
  return <iframe title={`Terminal of ${allocationId}`} src={`/v1/gpuaas/terminals?allocation=${encodeURIComponent(allocationId)}`} />
}
