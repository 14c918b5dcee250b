// SPDX-FileCopyrightText: The PandaGraph Authors
// SPDX-License-Identifier: GPL-3.0-only
'use strict';

// Reads a line of printed characters, by Tesseract's network for Latin letters.

const fs = require('fs');
const path = require('path');
const { Fault, serve } = require('./protocol');

const modules = path.join(__dirname, '..', 'node_modules');
const languages = path.join(modules, '@tesseract.js-data', 'eng', '4.0.0_best_int');
const { version } = JSON.parse(fs.readFileSync(path.join(modules, 'tesseract.js', 'package.json'), 'utf8'));

const LSTM_ONLY = 1;

let tesseract;

async function start() {
  const { createWorker } = require('tesseract.js');
  // Everything is given as a local path: what is missing must be an error, never a download.
  tesseract = await createWorker('eng', LSTM_ONLY, { langPath: languages, gzip: true, cacheMethod: 'none' });
  return ['eng'];
}

/**
 * @param options {width, height}: of the line in pixels; {characters}: those that may occur; {mode}: page
 *     segmentation mode of Tesseract, 7 for a line
 * @param parts one: width * height bytes, rows from the top, 0 black
 * @return value: {text, confidence}: of the whole, in [0,100], and {symbols}: [{text, confidence, x0, x1}]
 */
async function read(options, [pixels]) {
  const { width, height, characters, mode } = options;
  if (!pixels || pixels.length !== width * height) {
    throw new Fault('MODEL_FAILED', `expected ${width} x ${height} bytes, got ${pixels && pixels.length}`);
  }
  await tesseract.setParameters({ tessedit_char_whitelist: characters, tessedit_pageseg_mode: String(mode) });
  const picture = Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
  const { data } = await tesseract.recognize(picture, {}, { text: true, blocks: true });
  const symbols = [];
  for (const block of data.blocks || []) {
    for (const paragraph of block.paragraphs) {
      for (const line of paragraph.lines) {
        for (const word of line.words) {
          for (const s of word.symbols) {
            symbols.push({ text: s.text, confidence: s.confidence, x0: s.bbox.x0, x1: s.bbox.x1 });
          }
        }
      }
    }
  }
  return { value: { text: data.text.trim(), confidence: data.confidence, symbols } };
}

serve({ name: 'text', version, start, operations: { read } }).catch((e) => {
  console.error(e);
  process.exit(1);
});
