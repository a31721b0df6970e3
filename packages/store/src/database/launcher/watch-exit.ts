/** Something that wants to be put away before the process ends. */
export interface Leaver {
  /** The orderly way, when there is time. */
  close(): Promise<void>
  /** What can be done in the last moment, without waiting for anything. */
  leaveNow(): void
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const leavers = new Set<Leaver>()

/**
 * Puts something away when the process ends without having closed it: when nothing is left to do, when it is interrupted, or
 * at `process.exit`. A program that handles an interruption itself also closes for itself.
 *
 * @returns ends the watch
 */
export function watchExit(leaver: Leaver): () => void {
  if (leavers.size === 0) install()
  leavers.add(leaver)
  return () => {
    if (leavers.delete(leaver) && leavers.size === 0) uninstall()
  }
}

function install(): void {
  process.on('beforeExit', idle)
  process.on('exit', last)
  for (const signal of SIGNALS) process.on(signal, interrupted)
}

function uninstall(): void {
  process.off('beforeExit', idle)
  process.off('exit', last)
  for (const signal of SIGNALS) process.off(signal, interrupted)
}

const closeAll = (): Promise<unknown> => Promise.allSettled([...leavers].map((leaver) => leaver.close()))

const idle = (): void => void closeAll()

function last(): void {
  for (const leaver of leavers) leaver.leaveNow()
}

function interrupted(signal: NodeJS.Signals): void {
  // Somebody else handles it and decides what becomes of the process.
  if (process.listenerCount(signal) > 1) return
  for (const each of SIGNALS) process.off(each, interrupted)
  void closeAll().then(() => process.kill(process.pid, signal))
}
