/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.ErrorTranslation;
import org.pandagraph.plugin.error.PluginErrorCode;

/** Contents of blobs as bytes in memory, within a limit. Thread-safe. */
public final class BlobBytes {
  private final Supplier<BlobStore> store;
  private final long maxBytes;

  /**
   * @param maxBytes the most that is read at once, at most 2^30
   */
  BlobBytes(Supplier<BlobStore> store, long maxBytes) {
    this.store = Objects.requireNonNull(store);
    this.maxBytes = maxBytes;
  }

  /**
   * The whole content; must not be changed.
   *
   * @throws CypherPlusError where it is longer than allowed, lost, or the store is down
   */
  public byte[] all(BlobValue value) {
    Blob blob = value.blob();
    check(blob.length(), "the blob has " + blob.length() + " bytes");
    return value.inline().isPresent()
        ? value.inline().get()
        : read(blob, () -> store.get().open(blob), blob.length());
  }

  /**
   * A range of the content.
   *
   * @param offset from 0 to the blob's length
   * @param length at least 0; fewer bytes are given where the content ends before
   * @throws CypherPlusError where the range lies outside or is longer than allowed, the content is
   *     lost, or the store is down
   */
  public byte[] range(BlobValue value, long offset, long length) {
    Blob blob = value.blob();
    BlobRange range = BlobRange.of(blob, offset, length);
    check(range.length(), "the range has " + range.length() + " bytes");
    return value.inline().isPresent()
        ? Arrays.copyOfRange(value.inline().get(), (int) range.offset(), (int) range.end())
        : read(blob, () -> store.get().open(blob, range.offset(), range.length()), range.length());
  }

  /**
   * Checks that something of this length may be in memory at once.
   *
   * @param what says how long it is, for the message
   * @throws CypherPlusError where it may not
   */
  public void check(long length, String what) {
    if (length > maxBytes) {
      throw error(
          PluginErrorCode.CONTENT_TOO_LARGE,
          what
              + ", and at most "
              + maxBytes
              + " (panda.blob.max_bytes_in_memory) are handled as one value;"
              + " panda.blob.stream(blob) and Blob.toBytes(blob, offset, length) read piece by piece");
    }
  }

  private byte[] read(Blob blob, Opening opening, long length) {
    try (InputStream in = opening.open()) {
      // One more than wanted, so that the read reaches the end and the digest is checked.
      byte[] bytes = in.readNBytes((int) length);
      if (bytes.length < length || in.read() >= 0) {
        throw error(PluginErrorCode.CONTENT_LOST, "the content of " + blob + " has another length");
      }
      return bytes;
    } catch (BlobException e) {
      throw ErrorTranslation.of(e);
    } catch (IOException e) {
      throw ErrorTranslation.of(e);
    }
  }

  private static CypherPlusError error(PluginErrorCode code, String problem) {
    return new CypherPlusError(code, problem, CypherPlusError.NO_OFFSET);
  }

  private interface Opening {
    InputStream open() throws IOException;
  }
}
