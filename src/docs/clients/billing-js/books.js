// What is known of each card, topic and source, and what a sweep's end says about it. Knows no Kafka.
const Big = require('big.js')
const { keep, totals, settledAt } = require('./months')

const COUNTED = { usage: ['smsUsed', 'dataUsed'], monthusage: ['dataUsed'], balance: [], arrearage: [] }
const gone = value => value === null || value.status === 'cleared' || value.result === 'left'

class Books {
  rows = new Map()        // query, source, card -> row
  failures = new Map()    // id -> the failure, as it was said last
  judged = new Map()      // query, source -> the end that was acted on last
  seen = new Map()        // sweep -> the cards it has sent, until its end is acted on
  acted = new Set()       // sweeps whose end was acted on
  alarms = []

  row(query, source, card) {
    const key = `${query}|${source}|${card}`
    let row = this.rows.get(key)
    if (!row) {
      row = { query, source, card, sweep: null, at: null, asOf: 0, value: undefined, months: {}, gone: false, left: false, stale: null }
      this.rows.set(key, row)
    }
    return row
  }

  /** A card's event; value is null for a tombstone. */
  card(query, event, value) {
    const row = this.row(query, event.source, event.subject)
    if (!this.acted.has(event.sweep)) {
      if (!this.seen.has(event.sweep)) this.seen.set(event.sweep, new Map())
      this.seen.get(event.sweep).set(event.subject, gone(value))
    }
    const time = Date.parse(event.time)
    if (row.at && time <= Date.parse(row.at)) return         // the same again, or late; a card that was asked again is newer
    Object.assign(row, { sweep: event.sweep, at: event.time, asOf: time, gone: gone(value), left: false, stale: null })
    if (row.gone) return
    row.value = value
    for (const field of COUNTED[query]) keep(row.months[field] ??= {}, event.time, value[field])
  }

  /** A record of sim.failures; a tombstone has no value. */
  failure(key, value) {
    if (value === null) this.failures.delete(key)
    else this.failures.set(key, value)
  }

  /** All cards and failures of an end were read: counts them, and says who is stale. */
  act(end) {
    if (this.acted.has(end.sweep)) return
    const seen = [...this.seen.get(end.sweep)?.values() ?? []]
    this.seen.delete(end.sweep)
    this.acted.add(end.sweep)
    const told = seen.filter(left => !left).length
    if (told !== end.published || seen.length - told !== end.cleared)
      this.alarms.push(`${end.sweep}: ${told} cards read of ${end.published}, ${seen.length - told} cleared of ${end.cleared}`)
    if (end.outcome !== 'skipped' && !end.sweep.endsWith('/replay')) this.judge(end)
  }

  judge(end) {
    const source = `/${end.vendor}/${end.account}`, began = Date.parse(end.startedAt)
    const at = `${end.query}|${source}`
    if (began < (this.judged.get(at)?.began ?? 0)) return                    // a sweep that was cut may end behind a later one
    const failed = [...this.failures.values()].filter(one => one.sweep === end.sweep)
    const why = new Map(failed.flatMap(one => (one.cards ?? []).map(card => [card, `${one.outcome}: ${one.message}`])))
    const ran = end.expected !== null && ['complete', 'partial'].includes(end.outcome)
    const named = ran && why.size === end.failed && failed.every(one => one.cards)      // else some are only counted
    for (const card of why.keys()) this.row(end.query, source, card)         // one that never had a record is stale too
    let known = 0
    for (const row of this.rows.values()) {
      if (row.query !== end.query || row.source !== source) continue
      if (row.sweep !== end.sweep && row.asOf < began && !row.gone && !row.left) {
        if (why.has(row.card)) row.stale = { sweep: end.sweep, why: why.get(row.card) }
        else if (!named) row.stale = { sweep: end.sweep, why: end.reason }
        else if (end.unchanged > 0) this.unchanged(row, end, began)
        else Object.assign(row, { left: true, stale: null })                 // neither a record nor a failure
      }
      if (!row.gone && !row.left) known++
    }
    if (end.expected === null) this.alarms.push(`${end.sweep}: how many cards there are is not known`)
    this.judged.set(at, { ...end, began, unseen: Math.max(0, (end.expected ?? known) - known) })
  }

  /** A card that had no event because nothing changed. A reset would have shown, but for a value of 0: that is the new month's too. */
  unchanged(row, end, began) {
    Object.assign(row, { asOf: began, stale: null })
    for (const field of COUNTED[row.query]) {
      const value = row.value?.[field] ?? null
      if (value !== null && Number(value) === 0) keep(row.months[field] ??= {}, end.startedAt, Big(0))
    }
  }

  stale() {
    return [...this.rows.values()].filter(row => row.stale)
      .map(({ query, source, card, at, stale }) => ({ query, source, card, lastSeen: at, ...stale }))
  }

  /** Sums a card and month: value, when it was told, whether it can still change. */
  sums() {
    return [...this.rows.values()].flatMap(row => Object.entries(row.months).flatMap(([field, months]) =>
      Object.entries(totals(months)).map(([month, { value, asOf }]) => {
        const judged = this.judged.get(`${row.query}|${row.source}`)
        const upTo = row.gone || row.left ? judged?.began ?? 0 : row.asOf
        return { source: row.source, card: row.card, query: row.query, field, month, value: value.toFixed(), asOf,
          unit: field.startsWith('sms') ? 'messages' : row.value.dataUnit, final: upTo >= settledAt(month) }
      })))
  }
}

module.exports = { Books }
