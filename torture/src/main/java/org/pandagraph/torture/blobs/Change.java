/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.neo4j.driver.Transaction;

/**
 * One change of a slot.
 *
 * @param query what makes it, with the parameters {@code slot} and those given
 * @param after what the slot holds then
 * @param rollsBack whether the transaction is rolled back after the query: the contents are stored,
 *     and nothing refers to them
 */
record Change(String query, Map<String, Object> parameters, SlotState after, boolean rollsBack) {
  private static final int SHARED_CONTENTS = 6;
  private static final int SMALL = 4_000;
  private static final int LARGE = 3 << 20;

  /** Chooses one, all kinds that the life of a blob knows. */
  static Change random(Random random, SlotState before) {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return new Change(
          "MATCH (n:Slot {slot: $slot}) DETACH DELETE n", Map.of(), SlotState.EMPTY, false);
    }
    if (kind == 1) {
      return new Change(
          "MATCH (n:Slot {slot: $slot}) REMOVE n.photo", Map.of(), before.withPhoto(null), false);
    }
    if (kind < 6) {
      byte[] own = content(random);
      byte[] shared = shared(random);
      return new Change(
          "MERGE (n:Slot {slot: $slot}) SET n.album = [Blob.fromBytes($own), Blob.fromBytes($shared)]",
          Map.of("own", own, "shared", shared),
          before.withAlbum(List.of(digest(own), digest(shared))),
          false);
    }
    byte[] photo = random.nextInt(4) == 0 ? shared(random) : content(random);
    return new Change(
        "MERGE (n:Slot {slot: $slot}) SET n.photo = Blob.fromBytes($photo)",
        Map.of("photo", photo),
        before.withPhoto(digest(photo)),
        kind < 8);
  }

  void run(Transaction transaction, String slot) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("slot", slot);
    transaction.run(query, all).consume();
  }

  /** Mostly small, some longer than what a store keeps in one piece. */
  private static byte[] content(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? LARGE : SMALL)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** One of a few, which many slots hold, come and go. */
  private static byte[] shared(Random random) {
    int number = random.nextInt(SHARED_CONTENTS);
    byte[] bytes = new byte[number % 2 == 0 ? SMALL : LARGE / 2];
    new Random(number).nextBytes(bytes);
    return bytes;
  }

  private static String digest(byte[] content) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
