/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A paper as a PDF file: title, authors, abstract, authors' pictures, references. */
final class PaperPdf {
  private static final float DOTS_PER_INCH = 130;

  private PaperPdf() {}

  /**
   * @param pictures one for each byline, in their order
   * @param cited the papers it cites, in the order of its references
   */
  static byte[] write(Paper paper, List<BufferedImage> pictures, List<Paper> cited)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentInformation(about(paper));
      // A fixed id makes equal papers equal files, hence equal blobs, from run to run.
      document.setDocumentId((long) paper.id().hashCode());
      try (PaperPage page = new PaperPage(document)) {
        firstPage(page, paper, pictures);
      }
      for (int number = 2; number <= paper.pages(); number++) {
        try (PaperPage page = new PaperPage(document)) {
          laterPage(page, paper, number, cited);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** A picture of the first page, as a reader sees it. */
  static BufferedImage firstPagePicture(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
    }
  }

  private static PDDocumentInformation about(Paper paper) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(paper.title());
    about.setAuthor(String.join(", ", paper.printedNames()));
    about.setCreationDate(GregorianCalendar.from(newYear(paper).atStartOfDay(ZoneOffset.UTC)));
    return about;
  }

  private static LocalDate newYear(Paper paper) {
    return LocalDate.of(paper.year(), 1, 1);
  }

  private static void firstPage(PaperPage page, Paper paper, List<BufferedImage> pictures)
      throws IOException {
    page.heading(paper.title(), 20);
    for (Byline byline : paper.bylines()) {
      Institution at = byline.affiliation();
      page.text(byline.printedName() + " (" + at.name() + ", " + at.country() + ")");
    }
    page.heading("Abstract", 13);
    page.text(paper.summary());
    page.heading("About the authors", 13);
    page.pictures(pictures, paper.printedNames());
  }

  private static void laterPage(PaperPage page, Paper paper, int number, List<Paper> cited)
      throws IOException {
    page.heading("Section " + (number - 1), 13);
    page.text(paper.summary());
    if (number == paper.pages()) {
      page.heading("References", 13);
      for (int i = 0; i < cited.size(); i++) {
        Paper other = cited.get(i);
        page.text(
            String.format(
                Locale.ROOT,
                "[%d] %s: %s, %d.",
                i + 1,
                String.join(", ", other.printedNames()),
                other.title(),
                other.year()));
      }
    }
  }
}
