import { theme, type ThemeConfig } from 'antd'

/** Light or dark, as chosen or as the system has it. */
export type Look = 'light' | 'dark'

const KEY = 'jiannuo-look'

/** The look that was chosen on this machine, else the system's. */
export function lookNow(): Look {
  const kept = localStorage.getItem(KEY)
  if (kept === 'light' || kept === 'dark') return kept
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Keeps a look for the next time. */
export const keepLook = (look: Look): void => localStorage.setItem(KEY, look)

/** Whether the system asks for no movement. Then there is none at all, and nothing waits for the end of one. */
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Quiet and dense; colour belongs to the lights. */
export const themeOf = (look: Look): ThemeConfig => ({
  algorithm: look === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    colorPrimary: look === 'dark' ? '#7fb0e0' : '#2b5c8f',
    colorInfo: look === 'dark' ? '#7fb0e0' : '#2b5c8f',
    colorLink: look === 'dark' ? '#8dbbe8' : '#23527f',
    colorTextDescription: look === 'dark' ? '#a9b4c0' : '#56616d',
    colorTextPlaceholder: look === 'dark' ? '#98a3af' : '#66717d',
    borderRadius: 6,
    fontFamily:
      "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC',system-ui,sans-serif",
    fontSize: 14,
    motion: !isStill(),
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: { Table: { cellPaddingBlockSM: 6 }, Button: { primaryColor: look === 'dark' ? '#0d1b2a' : '#fff' } },
})
