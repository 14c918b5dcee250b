/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.IntegralValue;
import org.neo4j.values.virtual.MapValue;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * The map by which the translator tells an internal function what was typed and where: one entry,
 * its key the text, its value the offset in the user's statement. Thread-safe.
 *
 * @param <T> what the text is once it is read
 */
final class OperatorArgument<T> {
  private static final int REMEMBERED = 1_000;

  private final Function<String, T> reader;
  private final Cache<String, T> read = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * @param reader throws IllegalArgumentException on a text that is not of its kind
   */
  OperatorArgument(Function<String, T> reader) {
    this.reader = reader;
  }

  /**
   * Evaluates something for what was typed; an error of it gets the offset.
   *
   * @throws CypherPlusError where the argument is not what a translator writes
   */
  AnyValue evaluate(AnyValue argument, Function<T, AnyValue> evaluation) {
    if (!(argument instanceof MapValue) || ((MapValue) argument).size() != 1) {
      throw notForUsers();
    }
    MapValue map = (MapValue) argument;
    Iterator<String> keys = map.keySet().iterator();
    String key = keys.next();
    AnyValue offset = map.get(key);
    if (!(offset instanceof IntegralValue)) {
      throw notForUsers();
    }
    T typed;
    try {
      typed = read.get(key, reader);
    } catch (IllegalArgumentException e) {
      throw notForUsers();
    }
    return at((int) ((IntegralValue) offset).longValue(), () -> evaluation.apply(typed));
  }

  /** Evaluates something; an error without an offset gets this one. */
  static AnyValue at(int offset, Supplier<AnyValue> evaluation) {
    try {
      return evaluation.get();
    } catch (CypherPlusError e) {
      if (e.offset() >= 0 || offset < 0) {
        throw e;
      }
      CypherPlusError located = new CypherPlusError(e.code(), e.problem(), offset, e.getCause());
      located.setStackTrace(e.getStackTrace());
      throw located;
    }
  }

  private static CypherPlusError notForUsers() {
    return new CypherPlusError(
        PluginErrorCode.INVALID_ARGUMENT,
        "functions of `panda.internal` are called by CypherPlus operators alone",
        CypherPlusError.NO_OFFSET);
  }
}
