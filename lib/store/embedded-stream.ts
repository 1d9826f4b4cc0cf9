import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'

const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4)
const ROLLBACK = new TextEncoder().encode('Q\0\0\0\rROLLBACK\0')
const TERMINATE = 0x58

/**
 * Makes connections to the embedded database that look like sockets to `pg`. There is one session behind all of them, so only one may
 * be open at a time (`max: 1` in the pool); a new one starts without what the one before may have left open.
 */
export function embeddedStreams(database: PGlite): () => Duplex {
  let tail: Promise<void> = Promise.resolve()
  // In turn, over all connections, and never within the call that asks: `pg` writes while it still reads the answer before.
  const execute: Execute = (message, onRawData) => {
    const turn = tail.then(async () => {
      if (!database.closed) await database.execProtocolRawStream(message, { onRawData })
    })
    tail = turn.catch(() => undefined)
    return turn
  }
  return () => new EmbeddedStream(execute)
}

type Execute = (message: Uint8Array, onRawData: (data: Uint8Array) => void) => Promise<void>

class EmbeddedStream extends Duplex {
  readonly #execute: Execute
  #pending: Uint8Array = new Uint8Array(0)
  #started = false

  constructor(execute: Execute) {
    super()
    this.#execute = execute
  }

  connect(): void {
    queueMicrotask(() => this.emit('connect'))
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#pending = this.#pending.length === 0 ? chunk : joinBytes(this.#pending, chunk)
    this.#executePending().then(() => done(), done)
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null)
    done()
  }

  async #executePending(): Promise<void> {
    if (!this.#started) await this.#leaveSessionBefore()
    for (let message = this.#nextMessage(); message !== null; message = this.#nextMessage()) {
      // The rest of what a connection that was thrown away had written must not come between the messages of the next.
      if (message[0] === TERMINATE || this.destroyed) return
      // A copy: what is handed over is a view of memory that the next message overwrites.
      await this.#execute(message, (data) => this.push(new Uint8Array(data)))
    }
  }

  /** Ends what the connection before this one may have left open: half a pipeline, a transaction. */
  async #leaveSessionBefore(): Promise<void> {
    await this.#execute(SYNC, () => undefined)
    await this.#execute(ROLLBACK, () => undefined)
  }

  /** Cuts one complete message off what has arrived. The first of a connection has no type byte before its length. */
  #nextMessage(): Uint8Array | null {
    const lengthAt = this.#started ? 1 : 0
    if (this.#pending.length < lengthAt + 4) return null
    const size = lengthAt + new DataView(this.#pending.buffer, this.#pending.byteOffset).getInt32(lengthAt)
    if (this.#pending.length < size) return null
    const message = this.#pending.subarray(0, size)
    this.#pending = this.#pending.subarray(size)
    this.#started = true
    return message
  }
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}
