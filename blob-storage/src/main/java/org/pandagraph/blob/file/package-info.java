/**
 * The file store: contents in a directory of one machine. Depends on {@code org.pandagraph.blob},
 * its {@code .disk} and {@code .type}.
 *
 * <h2>Format of the directory</h2>
 *
 * <pre>
 *   format                    the line "pandagraph-blobs 1"
 *   owner                     one line: the server whose graph says what is referred to; may be missing
 *   content/XYZ/DIGEST        one file a content: its bytes, nothing added
 *   incoming/UUID.part        a content that is being written, or removed
 *
 *   DIGEST  SHA-256 of the bytes, 64 lower-case hexadecimal digits (as sha256sum prints it)
 *   XYZ     the first three digits of DIGEST: at most 4096 directories, made when needed
 * </pre>
 *
 * A file below {@code content} is complete from the moment it can be seen: it is written in {@code
 * incoming}, flushed to the disk (while its digest is computed, where it is in memory), moved by an
 * atomic rename (both directories have to lie in one file system), and then the directory it was
 * moved into is flushed, and that one's parent where it may be new. A content that is stored again
 * replaces the file by an equal one: that renews its time and heals it where the disk damaged it,
 * and readers of the old file go on reading the old one. The file's time of modification is the
 * time it was last stored. Files of any other name below {@code content} are none of the store's
 * and left alone.
 *
 * <p>Any number of processes of one machine may use a directory at the same time; there are no
 * locks. Leftovers of crashed writers in {@code incoming} are removed when a store is opened, once
 * nothing was written to them for a day (a younger one may be another process's work in progress).
 *
 * <p>The MIME type is not kept here: it is found from the bytes and is part of the reference.
 *
 * <h2>History</h2>
 *
 * <ul>
 *   <li>1: first version.
 * </ul>
 */
package org.pandagraph.blob.file;
