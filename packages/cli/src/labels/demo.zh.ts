const ENGINES = { embedded: '内置 PostgreSQL', pglite: 'PGlite（试用）', server: 'PostgreSQL 服务器' } as const

/** What `jiannuo demo` says. */
export const demoLabels = {
  title: (engine: keyof typeof ENGINES, months: string): string =>
    `兰台区（虚构）　市民热线　${months}　${ENGINES[engine]}\n`,
  open: '\n在办的，最急的在前：\n',
}
