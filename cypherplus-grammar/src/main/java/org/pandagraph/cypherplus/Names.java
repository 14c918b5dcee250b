/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

/** Quoting of names with backticks. */
final class Names {
  private Names() {}

  /** The text between backticks, those within doubled. */
  static String quoted(String text) {
    return "`" + text.replace("`", "``") + "`";
  }

  /** The name as it may stand in a statement: with backticks only where it needs them. */
  static String quotedIfNeeded(String name) {
    boolean plain = !name.isEmpty() && TokenReader.isNameStart(name.charAt(0));
    for (int i = 1; plain && i < name.length(); i++) {
      plain = Character.isJavaIdentifierPart(name.charAt(i));
    }
    return plain ? name : quoted(name);
  }

  /** A parameter of this name as it may stand in a statement. */
  static String parameter(String name) {
    boolean number = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    return "$" + (number ? name : quotedIfNeeded(name));
  }

  /** The name without backticks, if it has any. */
  static String unquoted(String name) {
    return name.length() > 1 && name.startsWith("`")
        ? name.substring(1, name.length() - 1).replace("``", "`")
        : name;
  }
}
