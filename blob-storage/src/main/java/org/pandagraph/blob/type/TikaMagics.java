/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.type;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tika.detect.MagicDetector;
import org.apache.tika.mime.MimeTypes;

/**
 * The magics of Tika's table, which Tika keeps to itself. All reflection on Tika is here: the
 * fields of {@code MimeTypes}, {@code Magic}, {@code MagicMatch}, {@code AndClause}, {@code
 * OrClause}, {@code MinShouldMatchClause} and {@link MagicDetector} as they are in 3.3. Where one
 * is not there, or a clause is of another kind, it throws.
 */
final class TikaMagics {
  private final List<Object> magics;

  TikaMagics(MimeTypes table) throws ReflectiveOperationException {
    magics = List.copyOf((List<?>) field(table, "magics"));
    if (magics.isEmpty()) {
      throw new NoSuchFieldException("magics");
    }
  }

  /** In the order in which Tika tries them: the first that matches names the type. */
  List<Object> magics() {
    return magics;
  }

  /** Takes a magic's content, and says whether it matches. */
  Method eval() throws ReflectiveOperationException {
    Method eval = magics.get(0).getClass().getDeclaredMethod("eval", byte[].class);
    eval.setAccessible(true);
    return eval;
  }

  String type(Object magic) throws ReflectiveOperationException {
    return field(magic, "type").toString();
  }

  /** A magic cannot match a content in which none of these is possible. */
  List<Opening> openings(Object magic, int number) throws ReflectiveOperationException {
    return clause(field(magic, "clause"), number);
  }

  private static List<Opening> clause(Object clause, int magic)
      throws ReflectiveOperationException {
    switch (clause.getClass().getSimpleName()) {
      case "AndClause":
        return cheapest(each(Arrays.asList((Object[]) field(clause, "clauses")), magic));
      case "OrClause":
        return concat(each((List<?>) field(clause, "clauses"), magic));
      case "MinShouldMatchClause":
        if ((int) field(clause, "min") < 1) {
          throw new NoSuchFieldException("min");
        }
        return concat(each((List<?>) field(clause, "clauses"), magic));
      case "MagicMatch":
        return List.of(opening(detector(clause), magic));
      default:
        throw new ClassNotFoundException(clause.getClass().getName());
    }
  }

  private static List<List<Opening>> each(List<?> clauses, int magic)
      throws ReflectiveOperationException {
    List<List<Opening>> each = new ArrayList<>();
    for (Object clause : clauses) {
      each.add(clause(clause, magic));
    }
    return each;
  }

  private static List<Opening> concat(List<List<Opening>> several) {
    List<Opening> all = new ArrayList<>();
    several.forEach(all::addAll);
    return all;
  }

  private static List<Opening> cheapest(List<List<Opening>> several) {
    return several.stream()
        .min(Comparator.comparingLong(some -> some.stream().mapToLong(Opening::cost).sum()))
        .orElseThrow();
  }

  private static MagicDetector detector(Object match) throws ReflectiveOperationException {
    Method parsed = match.getClass().getDeclaredMethod("getDetector");
    parsed.setAccessible(true);
    return (MagicDetector) parsed.invoke(match);
  }

  private static Opening opening(MagicDetector detector, int magic)
      throws ReflectiveOperationException {
    int begin = (int) field(detector, "offsetRangeBegin");
    int end = (int) field(detector, "offsetRangeEnd");
    byte[] pattern = (byte[]) field(detector, "pattern");
    boolean ignoresCase = (boolean) field(detector, "isStringIgnoreCase");
    if ((boolean) field(detector, "isRegex")) {
      int flags = ignoresCase ? Pattern.CASE_INSENSITIVE : 0;
      return Opening.of(magic, begin, end, Pattern.compile(new String(pattern, UTF_8), flags));
    }
    return Opening.of(magic, begin, end, pattern, (byte[]) field(detector, "mask"), ignoresCase);
  }

  private static Object field(Object object, String name) throws ReflectiveOperationException {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }
}
