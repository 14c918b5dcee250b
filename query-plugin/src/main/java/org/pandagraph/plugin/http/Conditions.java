/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conditions of a request for a content whose entity tag is strong and never changes (RFC 9110
 * section 13). Dates play no part: a content is named by what it is, and has none.
 */
public final class Conditions {
  /** What to do with the request. */
  public enum Outcome {
    PROCEED,
    NOT_MODIFIED,
    PRECONDITION_FAILED
  }

  private static final Pattern TAG = Pattern.compile("\\G[\\s,]*((?:W/)?\"[^\"]*\")\\s*(?=,|$)");

  private Conditions() {}

  /**
   * @param tag the content's, with its quotes
   * @param ifMatch null where the header is absent; so is the next
   */
  public static Outcome of(String tag, String ifMatch, String ifNoneMatch) {
    if (ifMatch != null && !lists(ifMatch, tag, false)) {
      return Outcome.PRECONDITION_FAILED;
    }
    return ifNoneMatch != null && lists(ifNoneMatch, tag, true)
        ? Outcome.NOT_MODIFIED
        : Outcome.PROCEED;
  }

  /**
   * Whether a Range counts: If-Range is absent, or names this very content.
   *
   * @param ifRange null where the header is absent
   */
  public static boolean rangeCounts(String tag, String ifRange) {
    return ifRange == null || ifRange.strip().equals(tag);
  }

  private static boolean lists(String header, String tag, boolean weakly) {
    if (header.strip().equals("*")) {
      return true;
    }
    Matcher m = TAG.matcher(header);
    while (m.find()) {
      String listed = m.group(1);
      if (listed.equals(tag) || (weakly && listed.equals("W/" + tag))) {
        return true;
      }
    }
    return false;
  }
}
