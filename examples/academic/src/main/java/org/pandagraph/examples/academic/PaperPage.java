/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** An A4 page that is filled from the top. Lengths are in points (1/72 inch). */
final class PaperPage implements Closeable {
  private static final float MARGIN = 45;
  private static final float TEXT_SIZE = 11;
  private static final float LINE = 1.35f;
  private static final float GAP = 10;
  private static final float LARGEST_PICTURE = 240;
  private static final float JPEG_QUALITY = 0.9f;

  private final PDDocument document;
  private final PDPageContentStream out;
  private final PDFont plain = new PDType1Font(FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
  private float top = PDRectangle.A4.getHeight() - MARGIN;

  /** Appends the page to the document; closing it ends the page, not the document. */
  PaperPage(PDDocument document) throws IOException {
    this.document = document;
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    out = new PDPageContentStream(document, page);
  }

  void heading(String text, float size) throws IOException {
    top -= size * 0.7f;
    lines(text, bold, size);
    top -= size * 0.25f;
  }

  void text(String text) throws IOException {
    lines(text, plain, TEXT_SIZE);
  }

  /** Square pictures side by side, each above its caption, as large as the page is wide. */
  void pictures(List<BufferedImage> pictures, List<String> captions) throws IOException {
    float side = (width() - GAP * (pictures.size() - 1)) / pictures.size();
    side = Math.min(side, LARGEST_PICTURE);
    top -= side + GAP;
    for (int i = 0; i < pictures.size(); i++) {
      float left = MARGIN + i * (side + GAP);
      out.drawImage(
          JPEGFactory.createFromImage(document, pictures.get(i), JPEG_QUALITY),
          left,
          top,
          side,
          side);
      line(captions.get(i), plain, TEXT_SIZE, left, top - TEXT_SIZE * LINE);
    }
    top -= 2 * TEXT_SIZE * LINE;
  }

  private void lines(String text, PDFont font, float size) throws IOException {
    for (String line : wrap(text, font, size)) {
      top -= size * LINE;
      line(line, font, size, MARGIN, top);
    }
  }

  private void line(String text, PDFont font, float size, float left, float bottom)
      throws IOException {
    out.beginText();
    out.setFont(font, size);
    out.newLineAtOffset(left, bottom);
    out.showText(text);
    out.endText();
  }

  private List<String> wrap(String text, PDFont font, float size) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width()) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static float width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
