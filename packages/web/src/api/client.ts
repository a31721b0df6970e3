import { type Answer, type EndpointName, type Failure, paths, type ProblemBody, type Request } from '@jiannuo/contract'

/** A call that was refused, with what the server says about it. */
export class ApiError extends Error {
  readonly status: number
  readonly problem: ProblemBody
  readonly problems: readonly ProblemBody[]

  constructor(status: number, failure: Failure) {
    super(failure.error.message)
    this.status = status
    this.problem = failure.error
    this.problems = failure.problems
  }
}

let csrf = ''

/** Remembers what changes must carry. */
export const keepCsrf = (token: string): void => {
  csrf = token
}

/** A call as it is sent, whatever it is of. */
export interface Loose {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

const words = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** The address of a call; what is undefined or empty is left out. */
export function urlOf(name: EndpointName, { params = {}, query = {} }: Loose = {}): string {
  const path = paths[name][1].replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(words(params[key])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (words(value) !== '') search.set(key, words(value))
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

async function failureOf(response: Response): Promise<ApiError> {
  const unknown: Failure = {
    error: {
      code: `http/${response.status}`,
      severity: 'error',
      message: response.statusText || String(response.status),
    },
    problems: [],
    requestId: '',
  }
  const body: Failure = await response.json().catch(() => unknown)
  return new ApiError(response.status, typeof body === 'object' && 'error' in body ? body : unknown)
}

/** Calls an endpoint. @throws ApiError when it is refused */
export async function call<K extends EndpointName>(name: K, request: Request<K> & Loose): Promise<Answer<K>> {
  const given: Loose = request
  const [method] = paths[name]
  const headers: Record<string, string> = {}
  if (method !== 'GET') headers['x-csrf-token'] = csrf
  if (given.body !== undefined) headers['content-type'] = 'application/json'
  const response = await fetch(urlOf(name, given), {
    method,
    headers,
    credentials: 'same-origin',
    ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
  })
  if (!response.ok) throw await failureOf(response)
  return response.json()
}

/** Sends a file as it is. @throws ApiError when it is refused */
export async function upload<K extends EndpointName>(
  name: K,
  query: Readonly<Record<string, unknown>>,
  file: Blob,
  params: Readonly<Record<string, unknown>> = {},
): Promise<Answer<K>> {
  const response = await fetch(urlOf(name, { params, query }), {
    method: paths[name][0],
    headers: { 'x-csrf-token': csrf, 'content-type': 'application/octet-stream' },
    credentials: 'same-origin',
    body: file,
  })
  if (!response.ok) throw await failureOf(response)
  return response.json()
}

/** A key that makes a repeated command harmless. */
export const freshKey = (): string => crypto.randomUUID()
