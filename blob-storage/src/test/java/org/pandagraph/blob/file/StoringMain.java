/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.contract.Generated;

/** Stores contents one after the other, and says of each that it is stored, or why it is not. */
final class StoringMain {
  private StoringMain() {}

  /**
   * Stores.
   *
   * @param args directory, seed of the first content (each next one is one more), length of the
   *     contents (bytes), how many; then optionally {@code verify}
   */
  public static void main(String[] args) throws Exception {
    long seed = Long.parseLong(args[1]);
    long length = Long.parseLong(args[2]);
    int count = Integer.parseInt(args[3]);
    boolean verify = args.length > 4;
    try (FileBlobStore store = FileBlobStore.open(Path.of(args[0]))) {
      for (int i = 0; i < count; i++) {
        Blob blob = store.store(new Generated(length, seed + i));
        if (verify) {
          try (InputStream in = store.open(blob)) {
            in.transferTo(OutputStream.nullOutputStream());
          }
        }
        System.out.println("stored " + blob.toReference());
      }
    } catch (BlobException e) {
      System.out.println("failed " + e.code() + " " + e.getMessage());
    }
  }
}
