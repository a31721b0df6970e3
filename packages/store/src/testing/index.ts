export * from '../database/testing.ts'
