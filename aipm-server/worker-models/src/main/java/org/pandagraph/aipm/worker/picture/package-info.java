/**
 * Decodes pictures, and the pictures on the pages of documents, into upright RGB pixels for a
 * worker, with limits that hold before anything large is unpacked. Depends on the JDK's ImageIO and
 * its plug-ins, metadata-extractor and PDFBox.
 */
package org.pandagraph.aipm.worker.picture;
