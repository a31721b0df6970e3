import { filesWording } from '@jiannuo/files'
import { describeProblem, kernelWording, type Problem } from '@jiannuo/kernel'
import { readerWording } from '@jiannuo/reader'
import { cliWording } from './wording.zh.ts'

/** Wording of every package whose problems can reach the terminal; codes carry their package's name, so none collide. */
const wording = { ...kernelWording, ...filesWording, ...readerWording, ...cliWording }

/** The problem in Chinese; a code without wording is shown as it is. */
export const messageOf = (problem: Problem): string => describeProblem(problem, wording)
