import { describe, expect, it } from 'vitest'
import { asStoreError, isLoss, mayRetry, StatementFailed, StoreUnavailable, sqlState } from './errors.ts'

const driverError = (message: string, parts: object = {}): Error => Object.assign(new Error(message), parts)

describe('errors of the database', () => {
  it('S18 a refused statement carries its SQLSTATE and place, and no values of rows', () => {
    const detail = 'Key (phone)=(13900001111) already exists.'
    const error = asStoreError(
      driverError('doubled', { code: '23505', constraint: 'person_key', table: 'person', detail }),
      'none',
    )
    expect(error).toBeInstanceOf(StatementFailed)
    expect(error).toMatchObject({ state: '23505', constraint: 'person_key', table: 'person' })
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('13900001111')
    expect(sqlState(error)).toBe('23505')
  })

  it.each([
    ['', { code: 'ECONNREFUSED' }],
    ['', { code: 'ENOENT' }],
    ['terminating connection due to administrator command', { code: '57P01' }],
    ['the database system is starting up', { code: '57P03' }],
    ['', { code: '08006' }],
    ['Connection terminated unexpectedly', {}],
    ['timeout exceeded when trying to connect', {}],
    ['Client has encountered a connection error and is not queryable', {}],
  ])('S18 a lost connection is StoreUnavailable with what may have been done: %s %o', (message, parts) => {
    const error = asStoreError(driverError(message, parts), 'unknown')
    expect(error).toBeInstanceOf(StoreUnavailable)
    expect(error).toMatchObject({ code: 'store/unavailable', outcome: 'unknown' })
    expect(isLoss(error)).toBe(true)
  })

  it('S18 anything else stays what it is, for it is a bug', () => {
    const bug = new TypeError('x is undefined')
    expect(asStoreError(bug, 'none')).toBe(bug)
    expect(isLoss(bug)).toBe(false)
    expect(sqlState(bug)).toBe(undefined)
  })

  it('S19 only the loser of a conflict may try again', () => {
    expect(mayRetry(new StatementFailed('', '40001'))).toBe(true)
    expect(mayRetry(new StatementFailed('', '40P01'))).toBe(true)
    expect(mayRetry(new StatementFailed('', '23505'))).toBe(false)
    expect(mayRetry(new StoreUnavailable('unknown', undefined))).toBe(false)
  })
})
