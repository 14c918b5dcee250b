/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.util.Map;

/**
 * Where a face lies in a photo, in pixels from the photo's upper left corner.
 *
 * @param width greater than 0
 * @param height greater than 0
 */
record FaceBox(double x, double y, double width, double height) {
  FaceBox {
    if (!(width > 0 && height > 0)) {
      throw new IllegalArgumentException("a face of " + width + " x " + height + " pixels");
    }
  }

  /** Reads the box of one entry of {@code photo->faces}. */
  static FaceBox of(Map<String, Object> box) {
    return new FaceBox(
        number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height"));
  }

  private static double number(Map<String, Object> box, String key) {
    if (box.get(key) instanceof Number n) {
      return n.doubleValue();
    }
    throw new IllegalArgumentException("a face's box has no number '" + key + "': " + box);
  }

  double centreX() {
    return x + width / 2;
  }

  double centreY() {
    return y + height / 2;
  }

  /** The longer side in pixels. */
  double size() {
    return Math.max(width, height);
  }
}
