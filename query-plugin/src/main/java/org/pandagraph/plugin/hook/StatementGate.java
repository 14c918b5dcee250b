/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.util.Objects;
import org.pandagraph.cypherplus.CypherPlusSyntaxException;
import org.pandagraph.cypherplus.CypherPlusTranslator;
import org.pandagraph.cypherplus.PlanText;
import org.pandagraph.cypherplus.Translation;
import org.pandagraph.plugin.StatementCheck;
import org.pandagraph.plugin.error.CypherPlusError;
import org.pandagraph.plugin.error.PluginErrorCode;

/**
 * What every statement passes on its way in: translated, and checked where it is CypherPlus.
 * Thread-safe.
 */
public final class StatementGate {
  private final CypherPlusTranslator translator;
  private final PlanText planText;
  private final StatementCheck check;

  public StatementGate(CypherPlusTranslator translator, PlanText planText, StatementCheck check) {
    this.translator = Objects.requireNonNull(translator);
    this.planText = Objects.requireNonNull(planText);
    this.check = Objects.requireNonNull(check);
  }

  /**
   * Translates and checks a statement that is about to be planned.
   *
   * @throws CypherPlusError with line, column and caret
   */
  public Translation admit(String text) {
    Translation translation;
    try {
      translation = translator.translate(text);
    } catch (CypherPlusSyntaxException e) {
      throw new CypherPlusError(PluginErrorCode.SYNTAX, e.problem(), e.offset(), e).in(text);
    }
    if (!translation.isPlain()) {
      try {
        check.check(translation);
      } catch (CypherPlusError e) {
        throw e.in(text);
      }
    }
    return translation;
  }

  /**
   * How to tell the user about a statement that was admitted before.
   *
   * @param text null stands for a statement that is not known
   * @return {@link UserText#PLAIN} for what is not CypherPlus, or not valid
   */
  public UserText userText(String text) {
    if (text == null) {
      return UserText.PLAIN;
    }
    try {
      return userText(translator.translate(text));
    } catch (CypherPlusSyntaxException notAdmitted) {
      return UserText.PLAIN;
    }
  }

  /** How to tell the user about this translation. */
  public UserText userText(Translation translation) {
    return translation.isPlain() ? UserText.PLAIN : new UserText(translation, planText);
  }
}
