/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.pandagraph.aipm.worker.ModelFault;

/** Renders pages and notes where on them pictures were drawn. Not thread-safe. */
final class PageRenderer extends PDFRenderer {
  private final long maxPixels;
  private final List<Rectangle2D> pictures = new ArrayList<>();
  // Kept, not thrown: PDFBox goes on drawing whatever a picture's drawing throws.
  private ModelFault refused;

  PageRenderer(PDDocument document, long maxPixels) {
    super(document);
    this.maxPixels = maxPixels;
    setSubsamplingAllowed(true);
  }

  void forgetPictures() {
    pictures.clear();
  }

  /** Their bounds in pixels of the rendered page. */
  List<Rectangle2D> pictures() {
    return pictures;
  }

  /**
   * To be asked after a page was rendered.
   *
   * @throws ModelFault CONTENT_TOO_LARGE where a picture was left out for its size
   */
  void checkRefused() throws ModelFault {
    if (refused != null) {
      throw refused;
    }
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters);
  }

  private final class Drawer extends PageDrawer {
    private AffineTransform toPixels = new AffineTransform();

    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    public void drawPage(Graphics2D g, PDRectangle box) throws IOException {
      // PDF counts from the bottom left corner of the box, pixels from the top left one.
      toPixels = new AffineTransform(g.getTransform());
      toPixels.translate(0, box.getHeight());
      toPixels.scale(1, -1);
      toPixels.translate(-box.getLowerLeftX(), -box.getLowerLeftY());
      super.drawPage(g, box);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      try {
        PictureDecoder.checkPixels(image.getWidth(), image.getHeight(), maxPixels);
      } catch (ModelFault e) {
        refused = e;
        return;
      }
      AffineTransform place = new AffineTransform(toPixels);
      place.concatenate(
          getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
      Rectangle2D unit = new Rectangle2D.Double(0, 0, 1, 1);
      pictures.add(place.createTransformedShape(unit).getBounds2D());
      super.drawImage(image);
    }
  }
}
