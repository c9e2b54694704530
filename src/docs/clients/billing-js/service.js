// A billing service on simrelay's topics: node service.js <brokers> <report.json> [group]
// Writes the sums and the stale cards after each end that it has acted on, beside its books in <report.json>.state.
const { Kafka, CompressionTypes, CompressionCodecs, logLevel } = require('kafkajs')
const { parse } = require('lossless-json')
const Big = require('big.js')
const { decompressFrame } = require('lz4-napi')
const fs = require('node:fs')
const { Books } = require('./books')
const { save, load } = require('./store')

CompressionCodecs[CompressionTypes.LZ4] = () => ({ decompress: decompressFrame })
const QUERIES = ['usage', 'monthusage', 'balance', 'arrearage']
const VERSIONS = new Set([...QUERIES, 'sweep', 'failure'].map(name => `simrelay.${name}.v1`))

class Service {
  books = new Books()
  read = new Map()        // topic/partition -> the next offset
  waits = []              // ends that wait until what stood behind them is read

  constructor(brokers, group, report) {
    this.kafka = new Kafka({ clientId: 'billing', brokers, logLevel: logLevel.ERROR })
    this.consumer = this.kafka.consumer({ groupId: group, allowAutoTopicCreation: false })
    this.admin = this.kafka.admin()
    this.report = report
    const kept = load(`${report}.state`, this.books)
    if (kept) Object.assign(this, kept)
  }

  async start() {
    await this.admin.connect()
    const there = await this.admin.listTopics()
    const topics = QUERIES.map(name => `sim.${name}`).filter(topic => there.includes(topic)).concat('sim.sweeps', 'sim.failures')
    await this.consumer.connect()
    // Commit markers take offsets and are never handed out: this event counts them, eachMessage does not.
    this.consumer.on('consumer.end_batch_process', ({ payload }) => {
      this.read.set(`${payload.topic}/${payload.partition}`, BigInt(payload.lastOffset) + 1n)
      this.settle()
    })
    await this.consumer.subscribe({ topics, fromBeginning: true })
    await this.consumer.run({ autoCommit: false, eachMessage: async ({ topic, message }) => this.handle(topic, message) })
    for (const [at, offset] of this.read) {
      const [topic, partition] = at.split('/')
      this.consumer.seek({ topic, partition: Number(partition), offset: String(offset) })
    }
  }

  async handle(topic, { key, value, headers }) {
    const event = Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => name.startsWith('ce_'))
      .map(([name, text]) => [name.slice(3), text.toString()]))
    if (event.type && !VERSIONS.has(event.type)) {
      this.books.alarms.push(`${topic}: ${event.type} is not known here`)
      return
    }
    const body = value === null ? null : parse(value.toString(), null, Big)
    const query = topic.slice('sim.'.length)
    if (query === 'failures') {
      this.books.failure(key.toString(), body)
      this.changed = true
    } else if (query === 'sweeps') await this.end(body)
    else this.books.card(query, event, body)
  }

  /** An end: acted on when its topic and sim.failures are read to where they stood now. */
  async end(body) {
    if (body.phase !== 'ended' || !QUERIES.includes(body.query)) return
    for (const count of ['expected', 'published', 'unchanged', 'cleared', 'failed']) body[count] = body[count] && Number(body[count])
    const until = new Map()
    for (const topic of [`sim.${body.query}`, 'sim.failures'])
      for (const { partition, high, low } of await this.admin.fetchTopicOffsets(topic))
        if (BigInt(high) > BigInt(low)) until.set(`${topic}/${partition}`, BigInt(high))
    this.waits.push({ body, until })
  }

  settle() {
    while (this.waits.length && [...this.waits[0].until].every(([at, high]) => (this.read.get(at) ?? 0n) >= high)) {
      this.books.act(this.waits.shift().body)
      this.changed = true
    }
    if (this.changed) this.write()
    this.changed = false
  }

  write() {
    const { books } = this
    save(`${this.report}.state`, books, this.read, this.waits)
    const there = row => row.query === 'arrearage' && row.value && !row.gone && !row.left
    const report = {
      sums: books.sums(),
      stale: books.stale(),
      arrears: [...books.rows.values()].filter(there).map(row => row.card),
      open: [...books.failures.values()].filter(one => one.status === 'open').map(({ id, cards, count }) => ({ id, cards, count })),
      judged: [...books.judged.values()],
      alarms: books.alarms
    }
    fs.writeFileSync(`${this.report}.new`, JSON.stringify(report))
    fs.renameSync(`${this.report}.new`, this.report)
  }

  async stop() {
    await this.consumer.disconnect()
    await this.admin.disconnect()
  }
}

if (require.main === module) {
  const service = new Service(process.argv[2].split(','), process.argv[4] ?? `billing-${process.pid}`, process.argv[3])
  service.start().catch(error => { console.error(error.message); process.exit(1) })
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => service.stop().then(() => process.exit(0)))
}
module.exports = { Service }
