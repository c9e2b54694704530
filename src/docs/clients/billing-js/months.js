// What a card used in each month, from its records (building-on-it.md, "Months, days and resets").
// Shanghai has no summer time: its month is that of the instant eight hours later in UTC.
const DAY = 86_400_000
const local = at => new Date(Date.parse(at) + 8 * 3_600_000)
const dayOf = at => local(at).toISOString().slice(0, 10)
const monthOf = at => dayOf(at).slice(0, 7)
const monthBefore = at => new Date(local(at).getTime() - DAY).toISOString().slice(0, 7)   // of a first of the month
const isFirst = at => dayOf(at).endsWith('-01')

/** The first instant of the second day of the month after this one: until then a late reset may still show. */
function settledAt(month) {
  const [year, number] = month.split('-').map(Number)
  return Date.UTC(year, number, 2) - 8 * 3_600_000
}

/** Keeps of the records of a month what its total needs: those of its first day, the next, and the last. Values are Big or null. */
function keep(months, at, value) {
  if (value === null) return
  const month = months[monthOf(at)] ??= { first: [], last: null }
  if (isFirst(at) || (month.first.length && isFirst(month.first.at(-1)[0]))) month.first.push([at, value])
  month.last = [at, value]
}

/** Month to { value, asOf }: the last value before the reset, by the drop on the first of a month. */
function totals(months) {
  const sum = {}, begun = new Set()
  for (const [month, { first, last }] of Object.entries(months).sort(([a], [b]) => a < b ? -1 : 1)) {
    const told = first.at(-1)?.[0] === last[0] ? first : [...first, last]
    told.forEach(([at, value], i) => {
      const before = isFirst(at) && sum[monthBefore(at)]
      if (before && !begun.has(month) && value.gte(before.value)) {
        const shown = first.slice(i)                         // a drop may show between that day's last record and the next
        if (shown.some(([, later], n) => n > 0 && later.lt(shown[n - 1][1]))) {
          sum[monthBefore(at)] = { value, asOf: at }       // the vendor has not begun the new month yet
          return
        }
      }
      begun.add(month)
      sum[month] = { value, asOf: at }
    })
  }
  return sum
}

module.exports = { keep, totals, monthOf, settledAt }
