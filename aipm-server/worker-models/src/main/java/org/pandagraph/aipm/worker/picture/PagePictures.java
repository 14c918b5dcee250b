/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.pandagraph.aipm.sdk.ModelResult.Fault;
import org.pandagraph.aipm.worker.ModelFault;

/**
 * Gives the pictures on a PDF document's pages as a reader sees them: rendered, then cut out where
 * the page draws a picture, so that a small portrait in a full page is given in all its detail.
 * Coordinates are points (1/72 inch) from the top left corner of the upright page. Thread-safe.
 */
public final class PagePictures {
  private static final float DPI = 200;
  private static final float POINTS_AN_INCH = 72;
  private static final double MAX_PAGE_PIXELS = 16e6;

  private final PictureLimits limits;

  /** Takes one picture after the other. */
  @FunctionalInterface
  public interface Taker {
    void take(Picture picture) throws ModelFault, InterruptedException;
  }

  public PagePictures(PictureLimits limits) {
    this.limits = limits;
  }

  /**
   * Hands over all pictures, page by page; none where the document has none.
   *
   * @throws ModelFault UNREADABLE_CONTENT or CONTENT_TOO_LARGE, or what the taker throws
   */
  public void read(Path file, Taker taker) throws ModelFault, InterruptedException {
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
      int pages = document.getNumberOfPages();
      if (pages > limits.maxPages()) {
        throw new ModelFault(
            Fault.CONTENT_TOO_LARGE,
            "the document has " + pages + " pages; at most " + limits.maxPages() + " are searched");
      }
      PageRenderer renderer = new PageRenderer(document, limits.maxPixels());
      for (int i = 0; i < pages; i++) {
        read(document, renderer, i, taker);
      }
    } catch (InvalidPasswordException e) {
      throw unreadable("the document is protected by a password");
    } catch (IOException | RuntimeException e) {
      throw unreadable("the document is damaged or no PDF: " + e.getMessage());
    }
  }

  private void read(PDDocument document, PageRenderer renderer, int index, Taker taker)
      throws IOException, ModelFault, InterruptedException {
    PDRectangle box = document.getPage(index).getCropBox();
    double points = (double) box.getWidth() * box.getHeight();
    float scale =
        (float) Math.min(DPI / POINTS_AN_INCH, Math.sqrt(MAX_PAGE_PIXELS / Math.max(1, points)));
    renderer.forgetPictures();
    BufferedImage page = renderer.renderImage(index, scale, ImageType.RGB);
    renderer.checkRefused();
    for (Rectangle region : Regions.of(renderer.pictures(), page.getWidth(), page.getHeight())) {
      BufferedImage cut = page.getSubimage(region.x, region.y, region.width, region.height);
      BufferedImage image = Scaling.fit(cut, limits.maxSide());
      taker.take(
          new Picture(
              image,
              index + 1,
              region.x / (double) scale,
              region.y / (double) scale,
              region.width / (double) image.getWidth() / scale,
              page.getWidth() / (double) scale,
              page.getHeight() / (double) scale));
    }
  }

  private static ModelFault unreadable(String message) {
    return new ModelFault(Fault.UNREADABLE_CONTENT, message);
  }
}
