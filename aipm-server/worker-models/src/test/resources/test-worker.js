// SPDX-FileCopyrightText: The PandaGraph Authors
// SPDX-License-Identifier: GPL-3.0-only
'use strict';

// A worker that does on request what workers should not do. Arguments: protocol.js, how to start.
const fs = require('fs');
const { Fault, serve } = require(process.argv[2]);
const mode = process.argv[3];

if (mode === 'exit') {
  console.error('Error: no licence for this planet');
  process.exit(3);
}
if (mode === 'garbage') {
  process.stdout.write('Hello, I am chatty!\n');
}
if (mode === 'mute') {
  setInterval(() => {}, 1000);
} else {
  serve({
    name: 'test',
    version: '1',
    start: async () => ['nothing'],
    operations: {
      echo: async (options, parts) => ({ value: options, parts }),
      pid: async () => ({ value: process.pid }),
      chat: async () => {
        console.log('this must not reach the protocol');
        process.stdout.write('nor this');
        return { value: 'chatted' };
      },
      refuse: async () => {
        throw new Fault('UNREADABLE_CONTENT', 'that is no picture');
      },
      fail: async () => {
        throw new Error('a bug');
      },
      sleep: async ({ millis }) => new Promise((done) => setTimeout(() => done({ value: 'slept' }), millis)),
      hang: async () => {
        for (;;);
      },
      die: async () => process.kill(process.pid, 'SIGKILL'),
      // Dies the first time only: the file remembers.
      dieOnce: async ({ file }) => {
        if (!fs.existsSync(file)) {
          fs.writeFileSync(file, String(process.pid));
          process.kill(process.pid, 'SIGKILL');
        }
        return { value: 'survived' };
      },
      garbage: async () => {
        fs.writeSync(1, 'Segmentation fault (core not dumped)\n');
        return { value: 'never read' };
      },
      wrongJson: async () => {
        fs.writeSync(1, Buffer.from([0, 0, 0, 3, 0x7b, 0x7b, 0x7b]));
        return { value: 'never read' };
      },
      nonsense: async () => {
        fs.writeSync(1, Buffer.from([0, 0, 0, 2, 0x7b, 0x7d]));
        return { value: 'never read' };
      },
      huge: async ({ bytes }) => ({ value: 'much', parts: [Buffer.alloc(bytes)] }),
      noise: async ({ lines }) => {
        for (let i = 0; i < lines; i++) {
          process.stderr.write('x'.repeat(5000) + '\n');
        }
        return { value: 'printed' };
      },
    },
  });
}
