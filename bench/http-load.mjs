// A small load generator: keep-alive connections that each ask, wait, and ask again. Written on sockets, so that on a machine of two cores it
// takes little of what it measures.
import { connect } from 'node:net'

const HEAD_END = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('0\r\n\r\n')

/** One connection. `ask(path)` gives the status, and the body's bytes when they are wanted. */
class Connection {
  #socket
  #header
  #parts = []
  #size = 0
  #wanted
  #done

  constructor({ host, port, header }) {
    this.#header = header
    this.#socket = connect({ host, port, noDelay: true })
    this.#socket.on('data', (part) => this.#take(part))
    this.#socket.on('error', (error) => this.#done?.reject(error))
    this.#socket.on('close', () => this.#done?.reject(new Error('the server closed the connection')))
  }

  ask(path) {
    return new Promise((resolve, reject) => {
      this.#done = { resolve, reject }
      this.#socket.write(`GET ${path} HTTP/1.1\r\nhost: bench\r\n${this.#header}\r\n`)
    })
  }

  close() {
    this.#done = undefined
    this.#socket.destroy()
  }

  #take(part) {
    this.#parts.push(part)
    this.#size += part.length
    if (this.#wanted === undefined && !this.#readHead()) return
    const whole = this.#wanted === 'chunked' ? part.subarray(-5).equals(LAST_CHUNK) : this.#size >= this.#wanted
    if (!whole) return
    const bytes = Buffer.concat(this.#parts)
    const done = this.#done
    this.#parts = []
    this.#size = 0
    this.#wanted = undefined
    this.#done = undefined
    done.resolve({ status: Number(bytes.subarray(9, 12).toString()), bytes })
  }

  #readHead() {
    const bytes = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts)
    const end = bytes.indexOf(HEAD_END)
    if (end < 0) return false
    const length = /^content-length: (\d+)/im.exec(bytes.subarray(0, end).toString('latin1'))?.[1]
    this.#wanted = length === undefined ? 'chunked' : end + HEAD_END.length + Number(length)
    return true
  }
}

/**
 * Drives a server for so many seconds over so many connections, after a run-up that is not counted.
 *
 * @param pathOf the path of each call, by its number
 * @returns milliseconds of every call, calls a second, bytes of an answer
 */
export async function drive({ url, cookie, pathOf, connections = 50, runUp = 1.5, seconds = 4 }) {
  const { hostname: host, port } = new URL(url)
  const header = cookie === undefined ? '' : `cookie: ${cookie}\r\n`
  const times = []
  let [calls, done, bytes] = [0, 0, 0]
  const from = performance.now() + runUp * 1000
  const until = from + seconds * 1000
  const one = async () => {
    const connection = new Connection({ host, port: Number(port), header })
    for (let now = performance.now(); now < until; ) {
      const path = pathOf(calls++)
      const answer = await connection.ask(path)
      const then = performance.now()
      if (answer.status !== 200) throw new Error(`${path}: ${answer.bytes.toString().slice(0, 2000)}`)
      if (now >= from) times.push(then - now)
      if (then >= from && then <= until) done += 1
      bytes = answer.bytes.length
      now = then
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: connections }, one))
  return { times, perSecond: done / seconds, bytes }
}
