/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The class of a request; each has a queue of its own in the service. */
public enum Priority {
  /** Part of a write that waits for it. */
  INLINE,
  /** Part of a query that somebody waits for; the default. */
  INTERACTIVE,
  /** Index building and the like, which nobody waits for. */
  BACKGROUND;

  /** The name on the wire, in lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException naming the allowed ones
   */
  @JsonCreator
  public static Priority of(String wireName) {
    return Arrays.stream(values())
        .filter(p -> p.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`" + wireName + "` is no priority: inline, interactive or background"));
  }
}
