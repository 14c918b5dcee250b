/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.picture;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Notes whether a reader ran out of data, which ImageIO takes for no error and fills with grey. */
final class Warnings implements IIOReadWarningListener {
  private boolean truncated;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    String text = warning.toLowerCase(Locale.ROOT);
    truncated |= text.contains("premature end") || text.contains("truncated");
  }

  boolean truncated() {
    return truncated;
  }
}
