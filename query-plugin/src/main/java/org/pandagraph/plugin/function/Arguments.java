/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.IntegralValue;
import org.neo4j.values.storable.TextValue;
import org.pandagraph.plugin.blob.BlobValue;
import org.pandagraph.plugin.blob.BlobValues;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;
import org.pandagraph.plugin.semantic.ValueTypes;

/** Takes a function's arguments for what they have to be, or says which one is not. */
final class Arguments {
  private static final int SHOWN = 40;

  private Arguments() {}

  /** The blob an argument is. */
  static BlobValue blob(String function, BlobValues values, AnyValue argument) {
    return values
        .blobOf(argument)
        .orElseThrow(
            () ->
                wrongType(
                    function
                        + " takes a blob (or bytes), not "
                        + shown(argument)
                        + ("LIST".equals(type(argument))
                            ? "; of a list of blobs take one by one: `[b IN blobs | "
                                + function
                                + "(b)]`"
                            : "")));
  }

  static String text(String function, String name, AnyValue argument) {
    if (argument instanceof TextValue) {
      return ((TextValue) argument).stringValue();
    }
    throw wrongType(function + " takes a STRING as `" + name + "`, not " + shown(argument));
  }

  static long integer(String function, String name, AnyValue argument) {
    if (argument instanceof IntegralValue) {
      return ((IntegralValue) argument).longValue();
    }
    throw wrongType(function + " takes an INTEGER as `" + name + "`, not " + shown(argument));
  }

  static CypherPlusError wrongType(String problem) {
    return new CypherPlusError(PluginErrorCode.WRONG_TYPE, problem, CypherPlusError.NO_OFFSET);
  }

  static CypherPlusError invalid(String problem) {
    return new CypherPlusError(
        PluginErrorCode.INVALID_ARGUMENT, problem, CypherPlusError.NO_OFFSET);
  }

  /** The type of a value and, of a string, its beginning. */
  static String shown(AnyValue value) {
    if (value instanceof TextValue) {
      String text = ((TextValue) value).stringValue();
      return "the STRING '"
          + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text)
          + "'";
    }
    return "a value of type " + type(value);
  }

  private static String type(AnyValue value) {
    return ValueTypes.display(ValueTypes.of(value));
  }
}
