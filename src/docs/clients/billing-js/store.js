// The books on disk: written whole and renamed, with the offsets that they reach, so that a restart repeats nothing and misses nothing.
const fs = require('node:fs')
const Big = require('big.js')

const MAPS = ['rows', 'failures', 'judged']

function save(file, books, read, waits) {
  const out = { alarms: books.alarms, acted: [...books.acted], seen: [...books.seen].map(([sweep, cards]) => [sweep, [...cards]]),
    read: [...read].map(([at, offset]) => [at, String(offset)]),
    waits: waits.map(({ body, until }) => ({ body, until: [...until].map(([at, offset]) => [at, String(offset)]) })) }
  for (const name of MAPS) out[name] = [...books[name]]
  fs.writeFileSync(`${file}.new`, JSON.stringify(out))       // a Big writes itself as a text
  fs.renameSync(`${file}.new`, file)
}

/** Fills the books; gives what was read and what waits, or null where there is no file. */
function load(file, books) {
  if (!fs.existsSync(file)) return null
  const kept = JSON.parse(fs.readFileSync(file, 'utf8'))
  for (const name of MAPS) books[name] = new Map(kept[name])
  books.seen = new Map(kept.seen.map(([sweep, cards]) => [sweep, new Map(cards)]))
  books.acted = new Set(kept.acted)
  books.alarms = kept.alarms
  for (const row of books.rows.values())
    for (const months of Object.values(row.months))
      for (const month of Object.values(months)) {
        month.first = month.first.map(([at, value]) => [at, Big(value)])
        month.last = [month.last[0], Big(month.last[1])]
      }
  const offsets = list => new Map(list.map(([at, offset]) => [at, BigInt(offset)]))
  return { read: offsets(kept.read), waits: kept.waits.map(({ body, until }) => ({ body, until: offsets(until) })) }
}

module.exports = { save, load }
