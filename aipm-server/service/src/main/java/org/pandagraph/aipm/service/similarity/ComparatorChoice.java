/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.similarity;

import java.util.Optional;
import java.util.SortedSet;
import org.pandagraph.aipm.service.ServiceException;
import org.pandagraph.aipm.similarity.NearestName;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.aipm.wire.WireErrorCode;

/**
 * The comparator for a pair of types, and whether it takes them the other way round.
 *
 * @param swapped whether the right value is the comparator's left one
 */
record ComparatorChoice(ModelDescriptor comparator, boolean swapped) {
  /**
   * @param algorithm null for the one that fits best
   * @param version null for any
   * @throws ServiceException {@code UNKNOWN_MODEL}
   */
  static ComparatorChoice of(
      Catalogue catalogue, String algorithm, String version, ValueDomain left, ValueDomain right) {
    Optional<ComparatorChoice> choice =
        catalogue
            .comparator(algorithm, left, right)
            .map(c -> new ComparatorChoice(c, false))
            .or(
                () ->
                    catalogue
                        .comparator(algorithm, right, left)
                        .map(c -> new ComparatorChoice(c, true)));
    ComparatorChoice found = choice.orElseThrow(() -> unknown(catalogue, algorithm, left, right));
    if (version != null && !version.equals(found.comparator.version())) {
      throw new ServiceException(
          WireErrorCode.UNKNOWN_MODEL,
          "there is version "
              + found.comparator.version()
              + " of `"
              + found.comparator.name()
              + "` here, not version "
              + version);
    }
    return found;
  }

  private static ServiceException unknown(
      Catalogue catalogue, String algorithm, ValueDomain left, ValueDomain right) {
    SortedSet<String> names = catalogue.algorithmNames(left, right);
    String these =
        names.isEmpty()
            ? "; no comparator takes these types"
            : "; for these types there are " + String.join(", ", names);
    return new ServiceException(
        WireErrorCode.UNKNOWN_MODEL,
        algorithm == null
            ? left + " and " + right + " cannot be compared" + these
            : "`"
                + algorithm
                + "` compares no "
                + left
                + " with "
                + right
                + NearestName.hint(algorithm, names)
                + these);
  }
}
