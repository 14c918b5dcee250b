/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.sdk.ModelResult.Fault;
import org.pandagraph.aipm.worker.ModelFault;

class PagePicturesTest {
  private static final PagePictures PAGES =
      new PagePictures(new PictureLimits(10_000_000, 1000, 5));

  @TempDir private Path folder;

  /** Draws onto a page. */
  @FunctionalInterface
  private interface Drawing {
    void draw(PDDocument document, PDPageContentStream content) throws IOException;
  }

  @Test
  void cutsOutWhatThePageDraws() throws Exception {
    Path file =
        document(
            2,
            (d, content) ->
                content.drawImage(LosslessFactory.createFromImage(d, red()), 100, 600, 144, 72));

    List<Picture> pictures = read(file);

    assertThat(pictures).extracting(Picture::page).containsExactly(1, 2);
    Picture picture = pictures.get(0);
    // 200 pixels an inch, and a margin of a twentieth around.
    assertThat(picture.width()).isBetween(400, 450);
    assertThat(picture.height()).isBetween(200, 250);
    assertThat(picture.x()).isBetween(90.0, 100.0);
    assertThat(picture.y()).isBetween(842 - 672 - 10.0, 842 - 672.0);
    assertThat(picture.scale()).isBetween(0.35, 0.37);
    assertThat(picture.image().getRGB(picture.width() / 2, picture.height() / 2))
        .isEqualTo(Color.RED.getRGB());
  }

  @Test
  void joinsAPictureStoredInStrips() throws Exception {
    Path file =
        document(
            1,
            (d, content) -> {
              PDImageXObject strip = LosslessFactory.createFromImage(d, red());
              for (int i = 0; i < 5; i++) {
                content.drawImage(strip, 100, 600 - 20 * i, 100, 20);
              }
              content.drawImage(strip, 300, 300, 50, 50);
            });

    assertThat(read(file)).hasSize(2);
  }

  @Test
  void findsNothingOnPagesWithoutPictures() throws Exception {
    assertThat(read(document(3, (d, content) -> content.addRect(10, 10, 100, 100)))).isEmpty();
  }

  @Test
  void refusesTooManyPages() throws Exception {
    ModelFault fault = fault(document(6, (d, content) -> content.addRect(10, 10, 100, 100)));

    assertThat(fault.fault()).isEqualTo(Fault.CONTENT_TOO_LARGE);
    assertThat(fault).hasMessage("the document has 6 pages; at most 5 are searched");
  }

  @Test
  void refusesABombOnAPage() throws Exception {
    ModelFault fault =
        fault(document(1, (d, content) -> content.drawImage(bomb(d), 100, 100, 100, 100)));

    assertThat(fault.fault()).isEqualTo(Fault.CONTENT_TOO_LARGE);
    assertThat(fault).hasMessageContaining("60000 x 60000 pixels");
  }

  @Test
  void refusesWhatIsDamagedOrNoDocument() throws Exception {
    byte[] whole =
        Files.readAllBytes(document(1, (d, content) -> content.addRect(10, 10, 100, 100)));

    ModelFault text = fault(Files.writeString(folder.resolve("text"), "no document"));
    ModelFault empty = fault(Files.createFile(folder.resolve("empty")));
    ModelFault head = fault(Files.write(folder.resolve("head"), Arrays.copyOf(whole, 40)));

    assertThat(List.of(text, empty, head))
        .allSatisfy(
            f -> {
              assertThat(f.fault()).isEqualTo(Fault.UNREADABLE_CONTENT);
              assertThat(f).hasMessageContaining("damaged or no PDF");
            });
  }

  private static List<Picture> read(Path file) throws Exception {
    List<Picture> pictures = new ArrayList<>();
    PAGES.read(file, pictures::add);
    return pictures;
  }

  private static ModelFault fault(Path file) {
    ModelFault fault = catchThrowableOfType(ModelFault.class, () -> read(file));
    assertThat(fault).as("a fault").isNotNull();
    return fault;
  }

  private static BufferedImage red() {
    BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, 60, 60);
    g.dispose();
    return image;
  }

  private static PDImageXObject bomb(PDDocument document) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    stream.setItem(COSName.TYPE, COSName.XOBJECT);
    stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
    stream.setInt(COSName.WIDTH, 60_000);
    stream.setInt(COSName.HEIGHT, 60_000);
    stream.setInt(COSName.BITS_PER_COMPONENT, 8);
    stream.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(new byte[1_000_000]);
    }
    return new PDImageXObject(new PDStream(stream), null);
  }

  private Path document(int pages, Drawing drawing) throws IOException {
    Path file = Files.createTempFile(folder, "document", ".pdf");
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          drawing.draw(document, content);
        }
      }
      document.save(file.toFile());
    }
    return file;
  }
}
