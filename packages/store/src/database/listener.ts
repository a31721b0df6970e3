import type pg from 'pg'
import { letExit } from './pg-client.ts'
import { identifier } from './settings.ts'
import { stayAwake } from './stay-awake.ts'

type Handler = (payload: string) => void

/**
 * Listens to channels of NOTIFY on one connection of its own, which is made with the first channel and made again when it
 * breaks.
 */
export class Listener {
  readonly #connect: () => Promise<pg.Client>
  readonly #handlers = new Map<string, Set<Handler>>()
  #client: Promise<pg.Client> | undefined
  #retry: NodeJS.Timeout | undefined
  #closed = false

  /** @param connect makes a connection that hears what the application's role hears */
  constructor(connect: () => Promise<pg.Client>) {
    this.#connect = connect
  }

  async listen(channel: string, handler: Handler): Promise<() => Promise<void>> {
    const name = identifier(channel)
    const handlers = this.#handlers.get(channel) ?? new Set()
    this.#handlers.set(channel, handlers.add(handler))
    try {
      const client = await this.#connected()
      await stayAwake(() => client.query(`listen ${name}`))
    } catch (error) {
      handlers.delete(handler)
      throw error
    }
    return async () => {
      handlers.delete(handler)
      if (handlers.size > 0 || this.#handlers.get(channel) !== handlers) return
      this.#handlers.delete(channel)
      if (this.#client === undefined) return
      const client = await this.#client
      await stayAwake(() => client.query(`unlisten ${name}`).catch(() => {}))
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    const client = await this.#client?.catch(() => undefined)
    await client?.end()
  }

  #connected(): Promise<pg.Client> {
    this.#client ??= this.#open()
    return this.#client
  }

  async #open(): Promise<pg.Client> {
    try {
      const client = await this.#connect()
      letExit(client)
      client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''))
      client.on('end', () => this.#lost())
      return client
    } catch (error) {
      this.#client = undefined
      throw error
    }
  }

  #tell(channel: string, payload: string): void {
    for (const handler of this.#handlers.get(channel) ?? []) handler(payload)
  }

  #lost(): void {
    this.#client = undefined
    if (this.#closed || this.#handlers.size === 0) return
    this.#retry = setTimeout(() => void this.#again(), RETRY_MS)
    this.#retry.unref()
  }

  async #again(): Promise<void> {
    try {
      const client = await this.#connected()
      for (const channel of this.#handlers.keys()) await client.query(`listen ${identifier(channel)}`)
      for (const channel of this.#handlers.keys()) this.#tell(channel, '')
    } catch {
      if (this.#client === undefined) this.#lost()
    }
  }
}

const RETRY_MS = 300
