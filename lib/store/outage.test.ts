import { describe, expect, it } from 'vitest'
import { Unavailable } from '#lib/model/unavailable.ts'
import { outageOf, watchConnection } from './outage.ts'

/** An error as `pg` throws what the server said. */
function fromServer(code: string): Error {
  return Object.assign(new Error('said by the server'), { code, severity: 'ERROR' })
}

const OF_THE_SERVER = [
  '08006',
  '08001',
  '28P01',
  '3D000',
  '42P01',
  '53100',
  '53300',
  '57014',
  '57P01',
  '57P03',
  '58030',
  '40001',
  '40P01',
  '25006',
  '55P03',
]
const OF_OUR_QUESTION = ['23505', '22021', '42703', '55000', '23514', '22P02']

describe('a database that is away is told from a question that is wrong, and never by the text of an error', () => {
  it.each(OF_THE_SERVER)('SQLSTATE %s is an outage', (code) => {
    expect(outageOf(fromServer(code))).toBeInstanceOf(Unavailable)
  })

  it.each(OF_OUR_QUESTION)('SQLSTATE %s is our own fault', (code) => {
    expect(outageOf(fromServer(code))).toBeNull()
  })

  it('takes no text for an outage', () => {
    expect(outageOf(new Error('Connection terminated unexpectedly'))).toBeNull()
    expect(outageOf('ECONNREFUSED')).toBeNull()
  })

  it('takes what the driver itself throws for the loss of the connection, and keeps the cause', async () => {
    const lost = new Error('Connection terminated unexpectedly')
    await expect(watchConnection(Promise.reject(lost))).rejects.toMatchObject({ name: 'Unavailable', cause: lost })
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' })
    await expect(watchConnection(Promise.reject(refused))).rejects.toBeInstanceOf(Unavailable)
  })

  it('leaves what the server said as it is', async () => {
    const said = fromServer('23505')
    await expect(watchConnection(Promise.reject(said))).rejects.toBe(said)
  })
})
