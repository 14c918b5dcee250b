/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import org.pandagraph.aipm.wire.ItemResult;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.WireErrorCode;

/** What models found lately, by digest, model and version. Bounded; thread-safe. */
final class ResultCache {
  private record Key(String digest, String type, String name, String version) {}

  private final Cache<Key, ItemResult> cache;

  /**
   * @param maxBytes of all results together, as estimated
   */
  ResultCache(long maxBytes) {
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Key key, ItemResult result) -> 400 + weight(result.value()))
            .build();
  }

  ItemResult get(ModelDescriptor model, String digest, String type) {
    return cache.getIfPresent(new Key(digest, type, model.name(), model.version()));
  }

  /** Keeps what will be the same next time: not a failure that may pass. */
  void put(ModelDescriptor model, String digest, String type, ItemResult result) {
    if (result.fault() == null || lasts(result.fault().code())) {
      cache.put(new Key(digest, type, model.name(), model.version()), result);
    }
  }

  private static boolean lasts(String code) {
    return code.equals(WireErrorCode.UNREADABLE_CONTENT.name())
        || code.equals(WireErrorCode.CONTENT_TOO_LARGE.name());
  }

  private static int weight(Object value) {
    if (value instanceof String text) {
      return 2 * Math.min(text.length(), 1 << 28);
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().mapToInt(v -> 80 + weight(v)).sum();
    }
    if (value instanceof Collection<?> list) {
      return list.stream().mapToInt(v -> 16 + weight(v)).sum();
    }
    if (value instanceof float[] vector) {
      return 4 * vector.length;
    }
    return value instanceof double[] vector ? 8 * vector.length : 24;
  }
}
