/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperPdfTest {
  private final AcademicWorld world = new AcademicWorld();

  @Test
  void sayWhatTheTruthSays() throws IOException {
    for (Paper paper : world.papers()) {
      try (PDDocument document = Loader.loadPDF(pdf(paper))) {
        assertThat(document.getNumberOfPages()).isEqualTo(paper.pages());
        assertThat(document.getDocumentInformation().getTitle()).isEqualTo(paper.title());
        String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        assertThat(text).contains(paper.title(), paper.summary(), "About the authors");
        for (Byline byline : paper.bylines()) {
          assertThat(text).contains(byline.printedName(), byline.affiliation().name());
        }
        for (Paper cited : world.papers(p -> paper.cites().contains(p.id()))) {
          assertThat(text).contains(cited.title() + ", " + cited.year());
        }
      }
    }
  }

  @Test
  void showTheAuthorsPicturesOnTheFirstPage() throws IOException {
    for (Paper paper : world.papers()) {
      BufferedImage page = PaperPdf.firstPagePicture(pdf(paper));
      assertThat(Math.min(page.getWidth(), page.getHeight())).isGreaterThan(1000);
      double red = share(page, Color.RED);
      assertThat(red).as("share of the pictures on the page").isBetween(0.10, 0.30);
    }
  }

  @Test
  void areTheSameBytesEachTime() throws IOException {
    Paper paper = world.papers().get(0);
    assertThat(pdf(paper)).isEqualTo(pdf(paper));
  }

  private byte[] pdf(Paper paper) throws IOException {
    List<BufferedImage> pictures = Collections.nCopies(paper.bylines().size(), red());
    return PaperPdf.write(paper, pictures, world.papers(p -> paper.cites().contains(p.id())));
  }

  private static BufferedImage red() {
    BufferedImage picture = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, 200, 200);
    g.dispose();
    return picture;
  }

  private static double share(BufferedImage page, Color colour) {
    int hits = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        Color pixel = new Color(page.getRGB(x, y));
        if (Math.abs(pixel.getRed() - colour.getRed())
                + Math.abs(pixel.getGreen() - colour.getGreen())
                + Math.abs(pixel.getBlue() - colour.getBlue())
            < 60) {
          hits++;
        }
      }
    }
    return (double) hits / page.getWidth() / page.getHeight();
  }
}
