/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What one slot, a node with blobs, holds.
 *
 * @param photo digest in base64url, null where the node or the property is absent
 * @param album digests, empty where absent
 */
record SlotState(String photo, List<String> album) {
  /** No node, or one without blobs. */
  static final SlotState EMPTY = new SlotState(null, List.of());

  private static final int DIGEST_FIELD = 2;

  SlotState {
    album = List.copyOf(album);
  }

  SlotState withPhoto(String digest) {
    return new SlotState(digest, album);
  }

  SlotState withAlbum(List<String> digests) {
    return new SlotState(photo, digests);
  }

  /** From the columns {@code photo} and {@code album}. */
  static SlotState of(Record row) {
    List<String> album = new ArrayList<>();
    if (!row.get("album").isNull()) {
      row.get("album").values(Value::asString).forEach(text -> album.add(digest(text)));
    }
    return new SlotState(
        row.get("photo").isNull() ? null : digest(row.get("photo").asString()), album);
  }

  /** All digests it refers to. */
  List<String> digests() {
    List<String> all = new ArrayList<>(album);
    if (photo != null) {
      all.add(photo);
    }
    return all;
  }

  private static String digest(String reference) {
    return Objects.requireNonNull(reference.split(":", -1)[DIGEST_FIELD]);
  }
}
