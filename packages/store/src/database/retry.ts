import { mayRetry } from './errors.ts'

const RETRIES = 5
const PAUSE_MS = 8

/**
 * Does work again that lost against another transaction, after a short pause of chance length, so that two losers do not
 * meet again.
 *
 * @param chance between 0 and 1
 */
export async function retrying<T>(work: () => Promise<T>, chance: () => number): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!mayRetry(error) || tries > RETRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** tries * chance()))
    }
  }
}
