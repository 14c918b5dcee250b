/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

/** Fields of a document; what is in them is in the package's specification. */
final class Fields {
  static final String ID = "id";
  static final String LABELS = "labels";
  static final String KEYS = "keys";
  static final String VALUES = "values";
  static final String UNSURE = "unsure";
  static final String DIGEST = "digest";
  static final String TEXT = "text";

  private Fields() {}
}
