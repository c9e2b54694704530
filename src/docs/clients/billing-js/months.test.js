const test = require('node:test')
const assert = require('node:assert')
const Big = require('big.js')
const { keep, totals, settledAt } = require('./months')

function month(...records) {
  const months = {}
  for (const [at, value] of records) keep(months, `2026-${at}+08:00`, value === null ? null : Big(value))
  return Object.fromEntries(Object.entries(totals(months)).map(([name, { value }]) => [name, value.toFixed()]))
}

test('the last value before the reset is the month\'s', () =>
  assert.deepStrictEqual(month(['10-31T10:00', 90], ['10-31T23:40', 99], ['11-01T00:10', 0.5], ['11-01T09:00', 7]), { '2026-10': '99', '2026-11': '7' }))

test('a vendor that begins the month late', () =>
  assert.deepStrictEqual(month(['10-31T23:40', 99], ['11-01T00:10', 100.25], ['11-01T09:00', 7]), { '2026-10': '100.25', '2026-11': '7' }))

test('the drop shows on the next day only', () =>
  assert.deepStrictEqual(month(['10-31T23:40', 99], ['11-01T00:10', 100.25], ['11-02T00:10', 7]), { '2026-10': '100.25', '2026-11': '7' }))

test('a correction in mid-month counts, no value does not', () =>
  assert.deepStrictEqual(month(['10-05T10:00', 50], ['10-17T10:00', 40], ['10-18T10:00', null]), { '2026-10': '40' }))

test('October can change until the second of November begins in Shanghai', () =>
  assert.strictEqual(new Date(settledAt('2026-10')).toISOString(), '2026-11-01T16:00:00.000Z'))
