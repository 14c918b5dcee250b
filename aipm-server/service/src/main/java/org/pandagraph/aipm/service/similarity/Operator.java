/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.similarity;

import java.util.Arrays;
import java.util.List;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.similarity.NearestName;
import org.pandagraph.aipm.wire.WireErrorCode;

/** The semantic operators, by the names their paths have. */
public enum Operator {
  COMPARE("compare"),
  SET_COMPARE("set-compare"),
  LIKE("like"),
  UNLIKE("unlike"),
  CONTAINS("contains"),
  IN("in"),
  CONTAINS_SET("contains-set"),
  SET_IN("set-in");

  private final String path;

  Operator(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }

  /** Whether it is another operator with its sides swapped. */
  boolean isSwapped() {
    return this == IN || this == SET_IN;
  }

  /**
   * @throws ServiceException {@code NOT_FOUND}
   */
  public static Operator of(String path) {
    List<String> paths = Arrays.stream(values()).map(Operator::path).toList();
    return Arrays.stream(values())
        .filter(o -> o.path.equals(path))
        .findFirst()
        .orElseThrow(
            () ->
                new ServiceException(
                    WireErrorCode.NOT_FOUND,
                    "there is no operator `"
                        + path
                        + "`"
                        + NearestName.hint(path, paths)
                        + "; there are "
                        + String.join(", ", paths)));
  }
}
