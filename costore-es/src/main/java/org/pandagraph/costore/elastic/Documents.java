/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.BlobReference;
import org.pandagraph.costore.EntityState;
import org.pandagraph.costore.StateDigest;
import org.pandagraph.costore.value.NameTerm;
import org.pandagraph.costore.value.ValueTerm;

/** Writes states as documents; the layout is in the package's specification. Thread-safe. */
final class Documents {
  /** See the package's history. */
  static final int LAYOUT_VERSION = 3;

  private static final int MOST_TEXT = 100_000;

  private final boolean fullText;

  Documents(boolean fullText) {
    this.fullText = fullText;
  }

  /**
   * Writes the document of a state that is not deleted.
   *
   * @throws IllegalArgumentException where a value is none a property can have
   */
  void write(EntityState state, OutputStream to) throws IOException {
    try (JsonGenerator json = Json.FACTORY.createGenerator(to)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeNumberField(Fields.ID, state.id());
      json.writeNumberField(Fields.DIGEST, StateDigest.of(state));
      json.writeArrayFieldStart(Fields.LABELS);
      for (String label : state.labels()) {
        json.writeString(NameTerm.of(label));
      }
      json.writeEndArray();
      properties(state.properties(), json);
      if (fullText) {
        text(state.properties().values(), json);
      }
      json.writeEndObject();
    }
  }

  private static void properties(Map<String, Object> properties, JsonGenerator json)
      throws IOException {
    List<String> values = new ArrayList<>(properties.size());
    List<String> unsure = new ArrayList<>();
    json.writeArrayFieldStart(Fields.KEYS);
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      property(property.getKey(), property.getValue(), json, values, unsure);
      if (property.getValue() instanceof BlobReference) {
        BlobReference blob = (BlobReference) property.getValue();
        for (BlobMetadata metadata : BlobMetadata.values()) {
          property(metadata.keyOf(property.getKey()), metadata.of(blob), json, values, unsure);
        }
      }
    }
    json.writeEndArray();
    strings(Fields.VALUES, values, json);
    if (!unsure.isEmpty()) {
      strings(Fields.UNSURE, unsure, json);
    }
  }

  private static void property(
      String key, Object value, JsonGenerator json, List<String> values, List<String> unsure)
      throws IOException {
    String prefix = ValueTerm.prefix(key);
    ValueTerm term = ValueTerm.of(value);
    json.writeString(prefix.substring(0, prefix.length() - 1));
    json.writeString(prefix + term.type().tag());
    if (term.text() != null) {
      values.add(prefix + term.text());
    }
    if (!term.isOrdered()) {
      unsure.add(prefix.substring(0, prefix.length() - 1));
    }
  }

  private static void strings(String field, List<String> strings, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }

  private static void text(Iterable<Object> values, JsonGenerator json) throws IOException {
    int left = MOST_TEXT;
    json.writeArrayFieldStart(Fields.TEXT);
    for (Object value : values) {
      if (value instanceof String) {
        left = text((String) value, left, json);
      } else if (value instanceof List) {
        for (Object element : (List<?>) value) {
          left = element instanceof String ? text((String) element, left, json) : left;
        }
      }
    }
    json.writeEndArray();
  }

  private static int text(String text, int left, JsonGenerator json) throws IOException {
    if (left <= 0 || text.isEmpty()) {
      return left;
    }
    json.writeString(wellFormed(text.length() > left ? text.substring(0, left) : text));
    return left - text.length();
  }

  /** Half a character cannot be sent, and no word is lost with it. */
  private static String wellFormed(String text) {
    boolean broken =
        text.chars().anyMatch(c -> Character.isSurrogate((char) c))
            && text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    if (!broken) {
      return text;
    }
    StringBuilder well = new StringBuilder(text.length());
    text.codePoints().forEach(c -> well.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return well.toString();
  }
}
