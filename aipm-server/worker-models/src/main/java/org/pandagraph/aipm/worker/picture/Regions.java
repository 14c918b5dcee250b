/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.picture;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Which parts of a page hold pictures. */
final class Regions {
  // A face of fewer pixels says nothing.
  private static final int MIN_SIDE = 32;
  private static final double TOUCHING = 3;
  private static final double MARGIN = 0.05;
  private static final int MAX_REGIONS = 24;

  private Regions() {}

  /**
   * Joins pictures that touch or overlap (one photo is often stored in strips), with a margin.
   *
   * @param pictures bounds in pixels
   * @return within the page; the whole page where there would be very many
   */
  static List<Rectangle> of(List<Rectangle2D> pictures, int pageWidth, int pageHeight) {
    Rectangle page = new Rectangle(pageWidth, pageHeight);
    if (pictures.size() > MAX_REGIONS * MAX_REGIONS) {
      return List.of(page);
    }
    List<Rectangle2D> joined = new ArrayList<>();
    for (Rectangle2D picture : pictures) {
      Rectangle2D clipped = picture.createIntersection(page);
      if (clipped.getWidth() > 0 && clipped.getHeight() > 0) {
        join(joined, clipped);
      }
    }
    List<Rectangle> regions = new ArrayList<>();
    for (Rectangle2D r : joined) {
      if (Math.min(r.getWidth(), r.getHeight()) >= MIN_SIDE) {
        regions.add(grown(r, MARGIN * Math.max(r.getWidth(), r.getHeight())).intersection(page));
      }
    }
    return regions.size() > MAX_REGIONS ? List.of(page) : regions;
  }

  private static void join(List<Rectangle2D> joined, Rectangle2D next) {
    Rectangle2D union = next;
    for (int i = 0; i < joined.size(); ) {
      if (grown(union, TOUCHING).intersects(joined.get(i))) {
        union = union.createUnion(joined.remove(i));
        // It has grown, and may touch what it did not before.
        i = 0;
      } else {
        i++;
      }
    }
    joined.add(union);
  }

  private static Rectangle grown(Rectangle2D r, double by) {
    return new Rectangle2D.Double(
            r.getX() - by, r.getY() - by, r.getWidth() + 2 * by, r.getHeight() + 2 * by)
        .getBounds();
  }
}
