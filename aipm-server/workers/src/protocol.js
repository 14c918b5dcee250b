// SPDX-FileCopyrightText: The PandaGraph Authors
// SPDX-License-Identifier: GPL-3.0-only
'use strict';

// The worker's side of the protocol that README.md specifies: frames on stdin and stdout.

const PROTOCOL = 1;
const MAX_HEADER_BYTES = 16 * 1024 * 1024;
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

/** What a request was refused for; its code is one of the four that the protocol knows. */
class Fault extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Cuts a stream of bytes into frames and hands each one over. */
class FrameReader {
  constructor(onFrame) {
    this.onFrame = onFrame;
    this.chunks = [];
    this.available = 0;
    this.header = null;
    this.needed = 4;
    this.state = 'length';
  }

  push(chunk) {
    this.chunks.push(chunk);
    this.available += chunk.length;
    while (this.available >= this.needed) {
      this.advance(this.take(this.needed));
    }
  }

  take(length) {
    // Joining once per piece keeps a message of many chunks linear.
    const all = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    this.chunks = all.length > length ? [all.subarray(length)] : [];
    this.available -= length;
    return all.subarray(0, length);
  }

  advance(bytes) {
    if (this.state === 'length') {
      this.expect('header', checked(bytes.readUInt32BE(0), MAX_HEADER_BYTES, 'header'));
    } else if (this.state === 'header') {
      this.header = JSON.parse(bytes.toString('utf8'));
      const parts = this.header.parts || [];
      this.expect('parts', checked(parts.reduce((a, b) => a + b, 0), MAX_MESSAGE_BYTES, 'message'));
    } else {
      const header = this.header;
      let offset = 0;
      const parts = (header.parts || []).map((length) => {
        offset += length;
        return bytes.subarray(offset - length, offset);
      });
      this.expect('length', 4);
      this.onFrame(header, parts);
    }
  }

  expect(state, needed) {
    this.state = state;
    this.needed = needed;
  }
}

function checked(length, limit, what) {
  if (!(length >= 0 && length <= limit)) {
    throw new Error(`a ${what} of ${length} bytes is more than the protocol allows (${limit})`);
  }
  return length;
}

/** The bytes of one frame. */
function frame(header, parts = []) {
  if (parts.length > 0) {
    header = { ...header, parts: parts.map((p) => p.length) };
  }
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length, 0);
  return Buffer.concat([length, json, ...parts]);
}

/**
 * Runs a worker until stdin closes.
 *
 * @param worker {name, version, start(): Promise<models>, operations: {op: async (options, parts) => ({value, parts})}}
 */
async function serve(worker) {
  const write = process.stdout.write.bind(process.stdout);
  // Libraries print, and so do their threads; stdout belongs to the protocol alone.
  process.stdout.write = process.stderr.write.bind(process.stderr);
  for (const level of ['log', 'info', 'debug']) {
    console[level] = console.error;
  }
  process.stdout.on('error', () => process.exit(0));
  const send = (header, parts) => write(frame(header, parts));

  const started = Date.now();
  const models = await worker.start();
  let last = Promise.resolve();
  const reader = new FrameReader((header, parts) => {
    if (header.type === 'ping') {
      send({ type: 'pong', id: header.id, memoryBytes: process.memoryUsage().rss });
    } else if (header.type === 'request') {
      last = last.then(() => answer(worker, header, parts, send));
    }
  });
  process.stdin.on('data', (chunk) => reader.push(chunk));
  // The supervisor is gone, or wants this to end.
  process.stdin.on('end', () => process.exit(0));
  send({
    type: 'hello',
    protocol: PROTOCOL,
    name: worker.name,
    version: worker.version,
    models,
    startMillis: Date.now() - started,
    memoryBytes: process.memoryUsage().rss,
  });
}

async function answer(worker, header, parts, send) {
  const reply = { type: 'answer', id: header.id };
  const begun = Date.now();
  try {
    const operation = worker.operations[header.op];
    if (!operation) {
      const known = Object.keys(worker.operations).join(', ');
      throw new Fault('MODEL_FAILED', `unknown operation ${header.op}; this worker has ${known}`);
    }
    const result = await operation(header.options || {}, parts);
    send({ ...reply, value: result.value, millis: Date.now() - begun }, result.parts);
  } catch (e) {
    const code = e instanceof Fault ? e.code : 'MODEL_FAILED';
    if (!(e instanceof Fault)) {
      console.error(e);
    }
    send({ ...reply, fault: { code, message: String(e.message || e) } });
  }
}

module.exports = { Fault, FrameReader, frame, serve, PROTOCOL };
