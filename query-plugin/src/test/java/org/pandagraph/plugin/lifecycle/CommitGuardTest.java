/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.TransientFailureException;
import org.neo4j.logging.NullLog;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.StoredBlob;
import org.pandagraph.blob.file.FileBlobStore;

/** Commits that refer to a content of which nobody knows whether it is going. */
class CommitGuardTest {
  @TempDir Path folder;

  private final AtomicLong now = new AtomicLong();
  private BlobStore store;
  private boolean down;

  private BlobStore store() {
    if (down) {
      throw new BlobException(BlobErrorCode.STORE_UNAVAILABLE, "a test");
    }
    return store;
  }

  @Test
  void aContentThatMayBeGoingIsNotReferredToUntilThatIsOver() throws IOException {
    store = FileBlobStore.open(Files.createDirectory(folder.resolve("blobs")));
    Blob blob = store.store(new byte[] {1, 2, 3});
    ReferredContents contents = new ReferredContents();
    contents.add(blob);
    CommitGuard guard =
        new CommitGuard(
            "neo4j",
            this::store,
            new KnownOrphans(new OrphanFile(folder.resolve("orphans")), NullLog.getInstance()),
            now::get);
    guard.enter(contents);
    guard.leave(contents);
    guard.startRecording();
    down = true;
    assertThatThrownBy(
            () -> guard.discard(new StoredBlob(blob.digest(), blob.length(), Instant.now())))
        .isInstanceOf(BlobException.class);
    down = false;

    now.set(CommitGuard.DOUBT.toNanos());
    assertThatThrownBy(() -> guard.enter(contents))
        .isInstanceOf(TransientFailureException.class)
        .hasMessageContaining(blob.digest().toHex());

    now.set(CommitGuard.DOUBT.toNanos() + 1);
    guard.enter(contents);
    guard.leave(contents);
    assertThat(store.exists(blob.digest())).isTrue();
    store.close();
  }
}
