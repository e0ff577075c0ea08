/**
 * Loaded before the app in the tests (`node --import`), in every thread: nothing but loopback can be reached, and
 * each attempt is written down in the file that FAIR_HEARING_NETWORK_LOG names.
 */

import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import net from 'node:net'

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** @param {string} what */
function refuse(what) {
  appendFileSync(process.env.FAIR_HEARING_NETWORK_LOG ?? '/dev/stderr', `${what}\n`)
  throw new Error(`The test denies the network: ${what}`)
}

const connect = net.Socket.prototype.connect
/** @param {unknown[]} args */
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: args[1] }
  const host = 'host' in options && typeof options.host === 'string' ? options.host : 'localhost'
  if (!('path' in options && options.path) && !loopback.has(host)) refuse(`connect ${host}`)
  return Reflect.apply(connect, this, args)
}
for (const name of /** @type {const} */ (['lookup', 'resolve', 'resolve4', 'resolve6'])) {
  const original = dns[name]
  Reflect.set(dns, name, (/** @type {unknown[]} */ ...args) => {
    if (!loopback.has(String(args[0]))) refuse(`${name} ${String(args[0])}`)
    return Reflect.apply(original, dns, args)
  })
}
dgram.Socket.prototype.send = () => {
  refuse('udp send')
}
