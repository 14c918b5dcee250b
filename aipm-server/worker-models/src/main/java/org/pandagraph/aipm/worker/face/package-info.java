/**
 * Faces in pictures and on the pages of documents, by the Node worker {@code face.js} with the
 * networks of the npm package {@code @vladmandic/face-api}.
 */
package org.pandagraph.aipm.worker.face;
