// SPDX-FileCopyrightText: The PandaGraph Authors
// SPDX-License-Identifier: GPL-3.0-only
'use strict';

// Finds faces in decoded pictures: where they are, what they look like, and a vector to know them by.

const fs = require('fs');
const path = require('path');
const { Fault, serve } = require('./protocol');

const modules = path.join(__dirname, '..', 'node_modules');
const packageDirectory = path.join(modules, '@vladmandic', 'face-api');
const weights = path.join(packageDirectory, 'model');
const { version } = JSON.parse(fs.readFileSync(path.join(packageDirectory, 'package.json'), 'utf8'));

const DIMENSION = 128;
const MIN_CONFIDENCE = 0.5;
const MAX_FACES = 256;

let faceapi;
let tf;

async function start() {
  require('@tensorflow/tfjs');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  faceapi = require('@vladmandic/face-api/dist/face-api.node-wasm.js');
  tf = faceapi.tf;
  wasm.setWasmPaths(path.join(modules, '@tensorflow', 'tfjs-backend-wasm', 'dist') + path.sep);
  await tf.setBackend('wasm');
  await tf.ready();
  const nets = faceapi.nets;
  for (const net of [
    nets.ssdMobilenetv1,
    nets.faceLandmark68Net,
    nets.faceRecognitionNet,
    nets.ageGenderNet,
    nets.faceExpressionNet,
  ]) {
    await net.loadFromDisk(weights);
  }
  await warm(nets);
  return ['ssdMobilenetv1', 'faceLandmark68Net', 'faceRecognitionNet', 'ageGenderNet', 'faceExpressionNet'];
}

/** The first inference of each network sets up its kernels: better now than in somebody's query. */
async function warm(nets) {
  const blank = tf.zeros([160, 160, 3], 'int32');
  await faceapi.detectAllFaces(blank, new faceapi.SsdMobilenetv1Options());
  await nets.faceLandmark68Net.detectLandmarks(blank);
  await nets.faceRecognitionNet.computeFaceDescriptor(blank);
  await nets.ageGenderNet.predictAgeAndGender(blank);
  await nets.faceExpressionNet.predictExpressions(blank);
  blank.dispose();
}

/**
 * @param options {width, height}: of the picture in pixels
 * @param parts one: width * height * 3 bytes, rows from the top, red green blue
 * @return value: the faces in no particular order; one part for each face: its vector as 128 little-endian floats
 */
async function faces(options, [pixels]) {
  const { width, height } = options;
  if (!pixels || pixels.length !== width * height * 3) {
    throw new Fault('MODEL_FAILED', `expected ${width} x ${height} x 3 bytes, got ${pixels && pixels.length}`);
  }
  const picture = tf.tensor3d(new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length), [height, width, 3], 'int32');
  try {
    const found = await faceapi
      .detectAllFaces(picture, new faceapi.SsdMobilenetv1Options({ minConfidence: MIN_CONFIDENCE, maxResults: MAX_FACES }))
      .withFaceLandmarks()
      .withFaceExpressions()
      .withAgeAndGender()
      .withFaceDescriptors();
    return { value: found.map(describe), parts: found.map((f) => vector(f.descriptor)) };
  } finally {
    picture.dispose();
  }
}

function describe(face) {
  const { x, y, width, height } = face.detection.box;
  return {
    box: { x, y, width, height },
    score: face.detection.score,
    age: face.age,
    gender: face.gender,
    genderProbability: face.genderProbability,
    expressions: { ...face.expressions },
  };
}

function vector(descriptor) {
  const bytes = Buffer.alloc(DIMENSION * 4);
  descriptor.forEach((value, i) => bytes.writeFloatLE(value, i * 4));
  return bytes;
}

serve({ name: 'face', version, start, operations: { faces } }).catch((e) => {
  console.error(e);
  process.exit(1);
});
