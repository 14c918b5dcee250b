/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.pandagraph.aipm.wire.BatchAnswer;
import org.pandagraph.aipm.wire.ItemResult;

/**
 * Asks for a batch, uploads what the service lacks, and asks again for those items only.
 *
 * @param <I> an item of the request
 */
final class BatchCall<I> {
  private static final int ROUNDS = 3;

  private final HttpUrl url;
  private final Uploads uploads;
  private final Function<List<I>, BatchAnswer> ask;
  private final Function<I, List<Content>> contents;

  /**
   * @param ask sends a request for some items
   * @param contents the contents an item refers to
   */
  BatchCall(
      HttpUrl url,
      Uploads uploads,
      Function<List<I>, BatchAnswer> ask,
      Function<I, List<Content>> contents) {
    this.url = url;
    this.uploads = uploads;
    this.ask = ask;
    this.contents = contents;
  }

  List<Outcome<Object>> run(List<I> items) {
    Outcome<?>[] outcomes = new Outcome<?>[items.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      open.add(i);
    }
    Map<String, AipmException> unsendable = new HashMap<>();
    for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
      if (round > 0) {
        unsendable.putAll(uploads.send(contentsOf(items, open)));
        open.removeIf(i -> settleUnsendable(items.get(i), unsendable, outcomes, i));
      }
      open = askFor(items, open, outcomes);
    }
    for (int i : open) {
      outcomes[i] =
          Outcome.fault(
              new AipmException(
                  AipmErrorCode.OVERLOADED,
                  "the AIPM service dropped a content right after its upload; its blob cache"
                      + " (--cache-bytes) is too small"));
    }
    return Arrays.stream(outcomes)
        .map(BatchCall::asObject)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Returns the items that are still missing a content. */
  private List<Integer> askFor(List<I> items, List<Integer> open, Outcome<?>[] outcomes) {
    if (open.isEmpty()) {
      return open;
    }
    List<I> asked = open.stream().map(items::get).collect(Collectors.toList());
    List<ItemResult> results = ask.apply(asked).results();
    if (results.size() != asked.size()) {
      throw FaultText.wrongCount(url, asked.size(), results.size());
    }
    List<Integer> missing = new ArrayList<>();
    for (int k = 0; k < results.size(); k++) {
      ItemResult result = results.get(k);
      if (result.isMissing()) {
        missing.add(open.get(k));
      } else if (result.fault() != null) {
        outcomes[open.get(k)] = Outcome.fault(FaultText.item(result.fault()));
      } else {
        outcomes[open.get(k)] = Outcome.of(result.value());
      }
    }
    return missing;
  }

  private List<Content> contentsOf(List<I> items, List<Integer> open) {
    Map<String, Content> byDigest = new LinkedHashMap<>();
    for (int i : open) {
      contents.apply(items.get(i)).forEach(c -> byDigest.putIfAbsent(c.digest(), c));
    }
    return new ArrayList<>(byDigest.values());
  }

  private boolean settleUnsendable(
      I item, Map<String, AipmException> unsendable, Outcome<?>[] outcomes, int at) {
    for (Content content : contents.apply(item)) {
      AipmException fault = unsendable.get(content.digest());
      if (fault != null) {
        outcomes[at] = Outcome.fault(fault);
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked") // an outcome is never written to
  private static Outcome<Object> asObject(Outcome<?> outcome) {
    return (Outcome<Object>) outcome;
  }
}
