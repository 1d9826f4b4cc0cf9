import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'

/** Every document that a packet leans on is a tracked file. */
export function checkDocuments(model: OperatingModel, tree: readonly string[]): Diagnostic[] {
  const tracked = new Set(tree)
  return model.packets.flatMap((packet) => {
    const documents = [
      packet.decision?.document,
      packet.degradation?.contract,
      packet.rollback?.document,
      ...packet.serviceAuth.map((auth) => auth.document),
    ]
    return documents
      .filter((document) => document && !tracked.has(document))
      .map(
        (document): Diagnostic => ({
          file: packet.file,
          line: packet.line,
          column: 1,
          code: 'document-absent',
          severity: 'warning',
          message: `The packet of ${packet.domainId} leans on ${document}, which is not in the repository.`,
          hint: 'Write the document, or correct its path.',
        }),
      )
  })
}
