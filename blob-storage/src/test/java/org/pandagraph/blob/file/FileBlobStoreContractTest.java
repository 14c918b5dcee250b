/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.contract.BlobStoreContract;

class FileBlobStoreContractTest extends BlobStoreContract {
  @TempDir Path directory;

  @Override
  protected BlobStore openStore() {
    return FileBlobStore.open(directory.resolve("new/blobs"));
  }

  @Override
  protected void damage(BlobDigest digest, byte[] bytes) throws IOException {
    String name = digest.toHex();
    Path file = directory.resolve("new/blobs/content").resolve(name.substring(0, 3)).resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new IOException("no such content: " + file);
    }
    Files.write(file, bytes);
  }
}
