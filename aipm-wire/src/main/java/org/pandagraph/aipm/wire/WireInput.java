/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/**
 * A value that a request asks about. A blob: {@code {"type":"image/png","digest":hex,"length":n}},
 * whose content the service has or answers {@code missing} for, or {@code
 * {"type":"image/png","base64":"..."}} with the content itself. Any other value: {@code
 * {"type":"string","value":"..."}}. Immutable.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class WireInput {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final ValueDomain type;
  private final String digest;
  private final Long length;
  private final String base64;
  private final Object value;

  @JsonCreator
  WireInput(
      @JsonProperty(value = "type", required = true) ValueDomain type,
      @JsonProperty("digest") String digest,
      @JsonProperty("length") Long length,
      @JsonProperty("base64") String base64,
      @JsonProperty("value") Object value) {
    this.type = type;
    this.digest = digest;
    this.length = length;
    this.base64 = base64;
    this.value = value;
    check();
  }

  /**
   * A blob by its digest.
   *
   * @param digest SHA-256, 64 lower-case hexadecimal digits
   * @param length in bytes
   */
  public static WireInput blob(String digest, ValueDomain type, long length) {
    return new WireInput(type, digest, length, null, null);
  }

  /** A value that is no blob. */
  public static WireInput value(ValueDomain type, Object value) {
    return new WireInput(type, null, null, null, value);
  }

  private void check() {
    if (type == null) {
      throw new IllegalArgumentException("an input has a type");
    }
    if (!type.isBlob()) {
      require(digest == null && base64 == null, "is no blob and has neither digest nor base64");
      require(value != null, "has a value");
      return;
    }
    require(value == null, "is a blob and has a digest or base64, not a value");
    require((digest == null) != (base64 == null), "is a blob and has either a digest or base64");
    require(
        digest == null || DIGEST.matcher(digest).matches(),
        "has a digest of 64 lower-case hexadecimal digits");
    require(length == null || length >= 0, "has a length of at least 0");
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("an input of type " + type + " " + what);
    }
  }

  /** Whether it is a blob. */
  @JsonIgnore
  public boolean isBlob() {
    return type.isBlob();
  }

  @JsonProperty
  public ValueDomain type() {
    return type;
  }

  /** Null for a value that is no blob, and for a blob that comes with its content. */
  @JsonProperty
  public String digest() {
    return digest;
  }

  /** In bytes; null where unknown. */
  @JsonProperty
  public Long length() {
    return length;
  }

  /** A blob's content; null where it goes by its digest. */
  @JsonProperty
  public String base64() {
    return base64;
  }

  /** Null for a blob. */
  @JsonProperty
  public Object value() {
    return value;
  }
}
