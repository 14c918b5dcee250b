/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.type;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * MIME types by magic numbers (Tika core's table). The answer depends on the content alone, never
 * on a file name or on what a server claims, so that equal contents have equal types.
 *
 * <p>Thread-safe. The table is loaded at the first question (about 0.3 s), not before, and from
 * beside Tika's own classes, so that it is found where a build has relocated them, too.
 */
public final class ContentTypes {
  /** What an empty or unknown content is. */
  public static final String UNKNOWN = "application/octet-stream";

  /** How many of a content's first bytes can matter. */
  public static final int HEAD_BYTES = 64 * 1024;

  /** What a reference can hold, see {@code Blob}. */
  private static final Pattern PLAIN =
      Pattern.compile("[a-z0-9!#$&^_.+-]{1,127}/[a-z0-9!#$&^_.+-]{1,127}");

  private ContentTypes() {}

  /**
   * The type of a content.
   *
   * @param head its first {@link #HEAD_BYTES} bytes, or all of it where it is shorter; any bytes
   *     after those are ignored
   * @return lower case, without parameters; {@link #UNKNOWN} for an empty content and for one that
   *     looks like nothing known
   */
  public static String of(byte[] head) {
    return of(head, head.length);
  }

  /**
   * As {@link #of(byte[])}, for a buffer that is not full.
   *
   * @param length how many bytes of the buffer count, from 0 to its length
   */
  public static String of(byte[] head, int length) {
    int counted = Math.min(length, HEAD_BYTES);
    if (counted == 0) {
      return UNKNOWN;
    }
    return plain(Detection.start(head, counted).get());
  }

  /**
   * As {@link #of(byte[], int)}; where finding it takes long, it goes on while the caller does
   * something else.
   *
   * @param head must not change until the answer is there
   * @return waits for the answer, also in an interrupted thread
   */
  public static Supplier<String> later(byte[] head, int length) {
    int counted = Math.min(length, HEAD_BYTES);
    if (counted == 0) {
      return () -> UNKNOWN;
    }
    Supplier<String> answer = Detection.start(head, counted);
    return () -> plain(answer.get());
  }

  private static String plain(String type) {
    return PLAIN.matcher(type).matches() ? type : UNKNOWN;
  }
}
