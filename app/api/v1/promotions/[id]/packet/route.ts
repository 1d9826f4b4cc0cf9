import { endpoint } from '#app/api/endpoint.ts'
import { answerDocument } from '#lib/http/answer.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { makePacket } from '#lib/usecases/release-packet.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.promotionPacket, async ({ params: { id = '' } }) => {
    const packet = await makePacket(id, currentSettings().publicUrl)
    return answerDocument(packet, `lanekeeper-packet-${id}.json`)
  }),
)
