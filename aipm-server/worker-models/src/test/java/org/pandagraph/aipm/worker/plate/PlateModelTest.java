/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.plate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.aipm.worker.FileInput;
import org.pandagraph.aipm.worker.TestFiles;

/**
 * The plate model with its real worker, on drawn plates, on photos without any, and on real ones.
 */
class PlateModelTest {
  private static PlateModel model;
  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    TestFiles.assumeWorker("src/text.js");
    model = new PlateModel();
  }

  @AfterAll
  static void stop() {
    if (model != null) {
      model.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"NB666,0", "HHMF442,0", "RK755AJ,3", "AB123CD,-4"})
  void readsADrawnPlate(String text, double degrees) throws Exception {
    assertThat(plate(write(car(text, degrees))).value()).isEqualTo(text);
  }

  @Test
  void readsALightOnDarkPlate() throws Exception {
    BufferedImage image = car("KL8275", 0);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, ~image.getRGB(x, y));
      }
    }

    assertThat(plate(write(image)).value()).isEqualTo("KL8275");
  }

  @Test
  void findsNoneWhereThereIsNone() throws Exception {
    BufferedImage blank = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);

    assertThat(plate(write(blank)).fault()).isNull();
    assertThat(plate(write(blank)).value()).isNull();
    for (int i = 1; i <= 6; i++) {
      assertThat(plate(TestFiles.groupPhoto(i)).value()).as("photo " + i).isNull();
    }
  }

  @Test
  void refusesWhatIsNoPicture() throws Exception {
    ModelResult result = plate(Files.writeString(folder.resolve("text"), "NB666"));

    assertThat(result.fault()).isEqualTo(ModelResult.Fault.UNREADABLE_CONTENT);
  }

  @Test
  void comparesAPictureWithAStringByDefault() {
    assertThat(ServiceLoader.load(Model.class).stream().map(ServiceLoader.Provider::type))
        .contains(PlateModel.class);

    ModelDescriptor comparator =
        new Catalogue(model.descriptors())
            .comparator(null, ValueDomain.of("image/png"), ValueDomain.of("string"))
            .orElseThrow();

    assertThat(comparator.name()).isEqualTo("plate");
    assertThat(comparator.feature()).isEqualTo("plateNumber");
  }

  @Test
  void readsMostPlatesOnPhotos() throws Exception {
    Path photos = TestFiles.shared("plates");
    List<Path> labels;
    try (Stream<Path> all = Files.list(photos)) {
      labels = all.filter(p -> p.toString().endsWith(".txt")).sorted().toList();
    }
    int exact = 0;
    int nearly = 0;
    long begun = System.nanoTime();
    for (Path label : labels) {
      String[] fields = Files.readString(label).strip().split("\t");
      Object read = plate(photos.resolve(fields[0])).value();
      int distance = new LevenshteinDistance().apply(String.valueOf(read), fields[5]);
      exact += distance == 0 ? 1 : 0;
      nearly += distance <= 1 ? 1 : 0;
    }
    System.out.printf(
        "plates: %d of %d exactly right, %d up to one character, %d ms a photo%n",
        exact, labels.size(), nearly, (System.nanoTime() - begun) / 1_000_000 / labels.size());

    assertThat(exact).isGreaterThanOrEqualTo(labels.size() * 6 / 10);
    assertThat(nearly).isGreaterThanOrEqualTo(labels.size() * 8 / 10);
  }

  private static ModelResult plate(Path file) throws InterruptedException {
    return model
        .extract(model.descriptors().get(0), List.of(FileInput.of("image/jpeg", file)))
        .get(0);
  }

  private Path write(BufferedImage image) throws IOException {
    Path file = Files.createTempFile(folder, "picture", ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  /** A white plate with a black edge on something dark with stripes. */
  private static BufferedImage car(String text, double degrees) throws IOException {
    BufferedImage image = new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(70, 90, 130));
    g.fillRect(0, 0, 800, 500);
    g.setColor(new Color(40, 50, 70));
    for (int y = 0; y < 250; y += 30) {
      g.fillRect(0, y, 800, 8);
    }
    g.rotate(Math.toRadians(degrees), 400, 330);
    g.setColor(Color.BLACK);
    g.fillRect(246, 286, 308, 78);
    g.setColor(new Color(235, 235, 230));
    g.fillRect(250, 290, 300, 70);
    g.setColor(new Color(20, 20, 20));
    Shape letters = letters(text);
    Rectangle2D bounds = letters.getBounds2D();
    double scale = Math.min(46 / bounds.getHeight(), 260 / bounds.getWidth());
    g.translate(400, 325);
    g.scale(scale, scale);
    g.translate(-bounds.getCenterX(), -bounds.getCenterY());
    g.fill(letters);
    g.dispose();
    return image;
  }

  /** Outlines by PDFBox, so that a machine without fonts draws them, too. */
  private static Shape letters(String text) throws IOException {
    String resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    try (InputStream in = org.apache.pdfbox.Loader.class.getResourceAsStream(resource);
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      Path2D all = new Path2D.Double();
      double x = 0;
      for (char c : text.toCharArray()) {
        String glyph = Character.isDigit(c) ? DIGITS[c - '0'] : String.valueOf(c);
        AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
        place.scale(1, -1);
        all.append(font.getPath(glyph).getPathIterator(place), false);
        x += font.getWidth(glyph) + 150;
      }
      return all;
    }
  }

  private static final String[] DIGITS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };
}
