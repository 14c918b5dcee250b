/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/** What is said where {@code ->} stands after a value that has no sub-properties. */
final class SubPropertyErrors {
  private SubPropertyErrors() {}

  /**
   * @param type of the value; not a blob's
   */
  static CypherPlusError notABlob(ValueDomain type, String name) {
    return new CypherPlusError(
        PluginErrorCode.WRONG_TYPE,
        "`->"
            + name
            + "` needs a blob, and this is a value of type "
            + ValueTypes.display(type)
            + hint(type, name),
        CypherPlusError.NO_OFFSET);
  }

  private static String hint(ValueDomain type, String name) {
    if (type.equals(ValueTypes.LIST)) {
      return "; of a list of blobs take it one by one: `[b IN blobs | b->" + name + "]`";
    } else if (type.equals(ValueTypes.MAP)) {
      return "; an entry of a map is `map." + name + "`";
    } else if (type.equals(ValueTypes.NODE) || type.equals(ValueTypes.RELATIONSHIP)) {
      return "; take it of a property that holds a blob, such as `n.photo->" + name + "`";
    } else if (type.equals(ValueTypes.STRING)) {
      return "; `Blob.fromUTF8String` makes a blob of a text";
    }
    return "";
  }
}
