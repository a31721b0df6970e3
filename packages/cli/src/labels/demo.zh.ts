const ENGINES = { embedded: '内置 PostgreSQL', pglite: 'PGlite（试用）', server: 'PostgreSQL 服务器' } as const

/** What `jiannuo demo` says. */
export const demoLabels = {
  loading: '建立台账',
  ledger: (engine: keyof typeof ENGINES): string => `兰台区（虚构）　目标任务台账　${ENGINES[engine]}\n`,
  title: (months: string): string => `兰台区（虚构）　市民热线　${months}\n`,
  open: '\n在办的，最急的在前：\n',
}
