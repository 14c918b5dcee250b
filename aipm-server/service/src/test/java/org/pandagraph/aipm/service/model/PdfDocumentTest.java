/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.service.SharedData;
import org.pandagraph.aipm.wire.ModelDescriptor;

class PdfDocumentTest extends ModelContract {
  private final PdfDocument model = new PdfDocument();

  @Override
  protected Model create() {
    return model;
  }

  @Override
  protected ModelInput good() throws IOException {
    return pdf("Pandas", "Tom Green", "bamboo", 2, null);
  }

  private ModelInput pdf(String title, String author, String text, int pages, String password)
      throws IOException {
    return FileInput.of(
        directory, Documents.pdf(title, author, text, pages, password), "application/pdf");
  }

  private ModelResult result(String property, ModelInput input) throws Exception {
    ModelDescriptor extractor =
        model.descriptors().stream()
            .filter(d -> d.name().equals(property))
            .findFirst()
            .orElseThrow();
    return model.extract(extractor, List.of(input)).get(0);
  }

  @Test
  void readsADocument() throws Exception {
    assertThat(result("title", good()).value()).isEqualTo("Pandas");
    assertThat(result("author", good()).value()).isEqualTo("Tom Green");
    assertThat(result("pageCount", good()).value()).isEqualTo(2);
    assertThat(result("text", good()).value()).isEqualTo("bamboo page 1\nbamboo page 2");
  }

  @Test
  void whatIsNotThereIsNull() throws Exception {
    ModelInput bare = pdf(null, " ", null, 1, null);
    for (String property : List.of("title", "author", "text")) {
      assertThat(result(property, bare).fault()).isNull();
      assertThat(result(property, bare).value()).as(property).isNull();
    }
  }

  @Test
  void aPasswordIsNamed() throws Exception {
    ModelResult result = result("pageCount", pdf("a", "b", "c", 1, "secret"));
    assertThat(result.fault()).isEqualTo(ModelResult.Fault.UNREADABLE_CONTENT);
    assertThat(result.message()).contains("password");
  }

  @Test
  void realDocumentsAreReadOrRefused() throws Exception {
    Path folder = SharedData.folder("documents");
    int read = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList()) {
        ModelResult result = result("text", FileInput.of(file, "application/pdf"));
        System.out.println(
            file.getFileName() + ": " + (result.fault() == null ? "read" : result.message()));
        read += result.fault() == null ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThanOrEqualTo(10);
  }
}
