/**
 * Finds the MIME type of a content from its first bytes. Depends on nothing of ours; the only
 * package that touches Tika.
 */
package org.pandagraph.blob.type;
