/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.pandagraph.aipm.sdk.ModelResult;

/** The text of a PDF, within bounds. */
final class PdfText {
  static final int MAX_PAGES = 5_000;
  static final int MAX_CHARACTERS = 8_000_000;

  private PdfText() {}

  /**
   * Null where there is none. Never a part of it: a text cut off would answer queries wrongly.
   *
   * @throws UnreadableContentException where it is too long
   */
  static String of(PDDocument document) throws IOException, UnreadableContentException {
    if (document.getNumberOfPages() > MAX_PAGES) {
      throw new UnreadableContentException(
          ModelResult.Fault.CONTENT_TOO_LARGE,
          "the document has "
              + document.getNumberOfPages()
              + " pages; text is extracted from at most "
              + MAX_PAGES);
    }
    Bounded text = new Bounded();
    try {
      new Interruptible().writeText(document, text);
    } catch (UncheckedIOException e) {
      throw new UnreadableContentException(
          ModelResult.Fault.CONTENT_TOO_LARGE, e.getCause().getMessage());
    }
    String result = text.characters.toString().strip();
    return result.isEmpty() ? null : result;
  }

  /** Ends between two pages when its time is over. */
  private static final class Interruptible extends PDFTextStripper {
    Interruptible() {
      setSortByPosition(true);
      setLineSeparator("\n");
    }

    @Override
    public void processPage(PDPage page) throws IOException {
      if (Thread.interrupted()) {
        throw new InterruptedIOException("stopped");
      }
      super.processPage(page);
    }
  }

  private static final class Bounded extends Writer {
    final StringBuilder characters = new StringBuilder();

    @Override
    public void write(char[] buffer, int offset, int length) {
      if (characters.length() + length > MAX_CHARACTERS) {
        // Unchecked: the text stripper takes an IOException on one page for a damaged page.
        throw new UncheckedIOException(
            new IOException("the document has more than " + MAX_CHARACTERS + " characters"));
      }
      characters.append(buffer, offset, length);
    }

    @Override
    public void flush() {
      // in memory
    }

    @Override
    public void close() {
      // in memory
    }
  }
}
