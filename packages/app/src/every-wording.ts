import { describeWording, engineWording } from '@jiannuo/engine'
import { filesWording } from '@jiannuo/files'
import { kernelWording, type Wording } from '@jiannuo/kernel'
import {
  circularWording,
  compareWording,
  feedWording,
  indicatorWording,
  matchWording,
  progressWording,
} from '@jiannuo/plan'
import { readerWording } from '@jiannuo/reader'
import { storeWording } from '@jiannuo/store'
import { accountsWording } from './accounts/wording.zh.ts'
import { appWording } from './wording.zh.ts'

/** The words of every problem that a use case may answer with. */
export const everyWording: Wording = {
  ...kernelWording,
  ...filesWording,
  ...readerWording,
  ...engineWording,
  ...describeWording,
  ...circularWording,
  ...compareWording,
  ...feedWording,
  ...indicatorWording,
  ...matchWording,
  ...progressWording,
  ...storeWording,
  ...accountsWording,
  ...appWording,
}
