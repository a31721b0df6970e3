/**
 * Keeps the process alive while work is in progress on connections that do not keep it alive by themselves. An idle
 * connection must not hold a finished program, but one that is asked something must be heard out.
 */
export async function stayAwake<T>(work: () => Promise<T>): Promise<T> {
  const awake = setInterval(() => {}, LONG_MS)
  try {
    return await work()
  } finally {
    clearInterval(awake)
  }
}

const LONG_MS = 0x7fffffff
