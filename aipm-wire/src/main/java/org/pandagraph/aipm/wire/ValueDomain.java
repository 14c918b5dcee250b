/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * A set of value types: {@code string}, {@code integer}, {@code float}, {@code boolean}, {@code
 * map}, {@code list}, a MIME type ({@code image/jpeg}), all of a kind ({@code image/*}), or any
 * blob ({@code *}{@code /*}). Also used for the type of one value. Immutable.
 */
public final class ValueDomain {
  private final String name;

  private ValueDomain(String name) {
    this.name = Objects.requireNonNull(name);
  }

  @JsonCreator
  public static ValueDomain of(String name) {
    return new ValueDomain(name);
  }

  @JsonValue
  public String name() {
    return name;
  }

  /** Whether values of this domain are blobs. */
  public boolean isBlob() {
    return name.indexOf('/') >= 0;
  }

  /** How exactly this domain names a type: 0 any blob, 1 a kind of blob, 2 one type. */
  public int specificity() {
    if (!isBlob() || !name.endsWith("/*")) {
      return 2;
    }
    return name.startsWith("*") ? 0 : 1;
  }

  /** Whether a value of that type belongs to this domain. */
  public boolean accepts(ValueDomain type) {
    switch (specificity()) {
      case 0:
        return type.isBlob();
      case 1:
        return type.isBlob() && type.name.startsWith(name.substring(0, name.length() - 1));
      default:
        return name.equals(type.name);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueDomain && name.equals(((ValueDomain) other).name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
