/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/** {@code text}, {@code title}, {@code author} and {@code pageCount} of a PDF. */
public final class PdfDocument extends ContentModel {
  private static final ValueDomain PDF = ValueDomain.of("application/pdf");

  private static final ModelDescriptor TEXT =
      ModelDescriptor.extractor("text", "1", PDF)
          .resultType("STRING")
          .costMillis(100.0)
          .description("Text of a document; null where it has none, as in a scan")
          .build();

  private static final ModelDescriptor TITLE =
      ModelDescriptor.extractor("title", "1", PDF)
          .resultType("STRING")
          .costMillis(10.0)
          .description("Title of a document, as its metadata says")
          .build();

  private static final ModelDescriptor AUTHOR =
      ModelDescriptor.extractor("author", "1", PDF)
          .resultType("STRING")
          .costMillis(10.0)
          .description("Author of a document, as its metadata says")
          .build();

  private static final ModelDescriptor PAGE_COUNT =
      ModelDescriptor.extractor("pageCount", "1", PDF)
          .resultType("INTEGER")
          .costMillis(10.0)
          .description("Number of pages of a document")
          .build();

  static {
    // PDFBox would write a cache of the machine's fonts into the home directory.
    if (System.getProperty("pdfbox.fontcache") == null) {
      System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
    }
  }

  @Override
  public List<ModelDescriptor> descriptors() {
    return List.of(TEXT, TITLE, AUTHOR, PAGE_COUNT);
  }

  @Override
  Object value(ModelDescriptor extractor, ModelInput input)
      throws UnreadableContentException, IOException {
    try (PDDocument document =
        Loader.loadPDF(input.file().toFile(), "", IOUtils.createTempFileOnlyStreamCache())) {
      return switch (extractor.name()) {
        case "text" -> PdfText.of(document);
        case "title" -> blankAsNull(document.getDocumentInformation().getTitle());
        case "author" -> blankAsNull(document.getDocumentInformation().getAuthor());
        default -> document.getNumberOfPages();
      };
    } catch (InvalidPasswordException e) {
      throw new UnreadableContentException("the document is protected by a password");
    }
  }

  private static String blankAsNull(String text) {
    return text == null || text.isBlank() ? null : text.trim();
  }
}
