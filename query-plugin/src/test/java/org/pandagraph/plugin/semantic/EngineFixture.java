/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.ListValue;
import org.neo4j.values.virtual.VirtualValues;
import org.pandagraph.cypherplus.OperatorText;
import org.pandagraph.plugin.blob.BlobValues;
import org.pandagraph.plugin.error.ErrorTranslation;
import org.pandagraph.plugin.testing.FakeAipm;
import org.pandagraph.plugin.testing.MemoryBlobStore;

/** An engine with a store in memory and a service in memory, and short ways to make values. */
final class EngineFixture {
  final FakeAipm aipm = new FakeAipm();
  final MemoryBlobStore store = new MemoryBlobStore();
  final SemanticMetrics metrics = new SemanticMetrics();
  final ErrorTranslation errors = new ErrorTranslation(FakeAipm.URL);
  final BlobValues blobs = new BlobValues(() -> store);
  final StatementScope scope = new StatementScope(blobs, Patience.ENDLESS);
  final SemanticEngine engine =
      new SemanticEngine(aipm, Duration.ofMinutes(1), 1 << 20, metrics, errors);

  /** A picture of these people; none where there are none. */
  AnyValue photo(String faces) {
    return blob("GIF89a " + (faces.isEmpty() ? "landscape " : "faces=" + faces + " "));
  }

  AnyValue blob(String content) {
    return BlobValues.valueOf(store.store(content.getBytes(StandardCharsets.UTF_8)));
  }

  AnyValue property(AnyValue value, String name) {
    return engine.property(scope, value, name);
  }

  AnyValue like(AnyValue x, AnyValue y, OperatorText operator, AnyValue threshold) {
    return engine.like(scope, x, y, operator, threshold);
  }

  static ListValue list(AnyValue... items) {
    return VirtualValues.list(items);
  }

  static ListValue strings(String... items) {
    return VirtualValues.list(
        Arrays.stream(items).map(Values::stringOrNoValue).toArray(AnyValue[]::new));
  }

  static AnyValue text(String text) {
    return Values.stringValue(text);
  }

  /** Evaluates {@code x operator y}: a Boolean, a Double, a List or null. */
  Object eval(AnyValue x, String operator, AnyValue y) {
    OperatorText text = OperatorText.parse(operator);
    return switch (text.operator()) {
      case COMPARE -> plain(engine.compare(scope, x, y, text));
      case SET_COMPARE -> plain(engine.setCompare(scope, x, y, text));
      default -> plain(like(x, y, text, null));
    };
  }

  Object eval(String x, String operator, String y) {
    return eval(text(x), operator, text(y));
  }

  static Object plain(AnyValue value) {
    return value.map(new org.neo4j.kernel.impl.util.DefaultValueMapper(null));
  }
}
