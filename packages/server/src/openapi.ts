import { EVENTS_PATH, paths } from '@jiannuo/contract'
import { interfaceWords } from './wording.zh.ts'
import { Failure, type RouteSpec, routes, z } from '@jiannuo/contract/schemas'

const JSON_TYPE = 'application/json'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return rest
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): object[] {
  if (schema === undefined) return []
  return Object.entries(schema.shape).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || !one.safeParse(undefined).success,
    schema: schemaOf(one, 'input'),
  }))
}

function bodyOf({ body, upload }: RouteSpec): object {
  if (upload === true)
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }
  return body === undefined
    ? {}
    : { requestBody: { required: true, content: { [JSON_TYPE]: { schema: schemaOf(body, 'input') } } } }
}

function operationOf(name: string, method: string, spec: RouteSpec): object {
  const content =
    spec.download === undefined
      ? { [JSON_TYPE]: { schema: schemaOf(spec.answer, 'output') } }
      : { [spec.download]: { schema: { type: 'string', format: 'binary' } } }
  const parameters = [...parametersOf(spec.params, 'path'), ...parametersOf(spec.query, 'query')]
  if (method !== 'GET' && spec.access !== 'public')
    parameters.push({ name: 'x-csrf-token', in: 'header', required: true, schema: { type: 'string' } })
  return {
    operationId: name,
    summary: spec.summary,
    'x-access': spec.access,
    ...(spec.access === 'public' ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...bodyOf(spec),
    responses: {
      200: { description: spec.summary, content },
      default: {
        description: interfaceWords.failed,
        content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Failure' } } },
      },
    },
  }
}

/** The interface as an OpenAPI 3.1 document, from the schemas that check it. */
export function openApiDocument(version: string): object {
  const operations: Record<string, Record<string, object>> = {}
  const table: Readonly<Record<string, RouteSpec>> = routes
  for (const [name, [method, path]] of Object.entries(paths)) {
    const spec = table[name]
    if (spec === undefined) continue
    operations[path] = { ...operations[path], [method.toLowerCase()]: operationOf(name, method, spec) }
  }
  operations[EVENTS_PATH] = {
    get: {
      operationId: 'events',
      summary: interfaceWords.events,
      responses: {
        200: { description: interfaceWords.stream, content: { 'text/event-stream': { schema: { type: 'string' } } } },
      },
    },
  }
  return {
    openapi: '3.1.0',
    info: { title: interfaceWords.product, version },
    security: [{ session: [] }],
    paths: operations,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'jiannuo_session' } },
      schemas: { Failure: schemaOf(Failure, 'output') },
    },
  }
}
