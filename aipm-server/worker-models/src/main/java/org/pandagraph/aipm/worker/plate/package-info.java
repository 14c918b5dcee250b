/**
 * Number plates in pictures: lines of characters are found by classical image processing, and read
 * by the Node worker {@code text.js} with Tesseract.
 *
 * <p>From picture to plate: brightness ({@link org.pandagraph.aipm.worker.plate.GreyImage}), dark
 * or light spots against their surroundings ({@link org.pandagraph.aipm.worker.plate.Spots}), spots
 * of one size in one line ({@link org.pandagraph.aipm.worker.plate.LineFinder}), each line cut out,
 * turned level and read, and the reading taken that looks most like a plate ({@link
 * org.pandagraph.aipm.worker.plate.Reading}).
 */
package org.pandagraph.aipm.worker.plate;
