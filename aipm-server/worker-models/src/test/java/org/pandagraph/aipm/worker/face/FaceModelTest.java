/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;
import org.pandagraph.aipm.worker.FileInput;
import org.pandagraph.aipm.worker.TestFiles;

/** The face model with its real worker, on the photos that its package brings along. */
class FaceModelTest {
  private static FaceModel model;
  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    TestFiles.assumeWorker("src/face.js");
    model = new FaceModel();
  }

  @AfterAll
  static void stop() {
    if (model != null) {
      model.close();
    }
  }

  @Test
  void describesTheFacesOfAPhoto() throws Exception {
    ModelResult result = extract("faces", "image/jpeg", TestFiles.groupPhoto(1));

    List<Map<String, Object>> faces = list(result);
    assertThat(faces).hasSizeGreaterThan(1);
    assertThat(faces)
        .allSatisfy(
            face -> {
              assertThat(face)
                  .containsOnlyKeys(
                      "box",
                      "score",
                      "age",
                      "gender",
                      "genderProbability",
                      "expression",
                      "expressions");
              assertThat((Double) face.get("score")).isBetween(0.5, 1.0);
              assertThat((Double) face.get("age")).isBetween(1.0, 100.0);
              assertThat(face.get("gender")).isIn("male", "female");
            });
    assertThat(faces.stream().map(FaceModelTest::area).toList())
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void givesVectorsInTheOrderOfTheFacesAndTheirNumber() throws Exception {
    Path photo = TestFiles.groupPhoto(1);

    List<float[]> vectors = list(extract("faceFeature", "image/jpeg", photo));
    int faces = list(extract("faces", "image/jpeg", photo)).size();

    assertThat(vectors).hasSize(faces).allSatisfy(v -> assertThat(v).hasSize(128));
    assertThat(extract("faceCount", "image/jpeg", photo).value()).isEqualTo((long) faces);
  }

  @Test
  void findsNothingInAPictureWithoutFaces() throws Exception {
    Path blank = write(picture(320, 200, Color.LIGHT_GRAY), "png");

    assertThat(extract("faces", "image/png", blank).value()).isNull();
    assertThat(extract("faceFeature", "image/png", blank).value()).isNull();
    assertThat(extract("faceFeature", "image/png", blank).fault()).isNull();
    assertThat(extract("faceCount", "image/png", blank).value()).isEqualTo(0L);
  }

  @Test
  void knowsAFaceAgainOnThePageOfADocument() throws Exception {
    BufferedImage photo = ImageIO.read(TestFiles.groupPhoto(1).toFile());
    Map<String, Object> largest =
        FaceModelTest.<Map<String, Object>>list(
                extract("faces", "image/jpeg", TestFiles.groupPhoto(1)))
            .get(0);
    float[] vector =
        FaceModelTest.<float[]>list(extract("faceFeature", "image/jpeg", TestFiles.groupPhoto(1)))
            .get(0);
    Path document = document(portrait(photo, box(largest)), 0, null);

    List<Map<String, Object>> faces = list(extract("faces", "application/pdf", document));
    List<float[]> vectors = list(extract("faceFeature", "application/pdf", document));

    assertThat(faces).hasSize(1);
    assertThat(faces.get(0)).containsEntry("page", 2);
    Map<String, Integer> box = box(faces.get(0));
    // The portrait is drawn at 400,600 from the bottom left corner of a page 842 points high.
    assertThat(box.get("x")).isBetween(400, 472);
    assertThat(box.get("y")).isBetween(842 - 600 - 90, 842 - 600);
    assertThat(distance(vector, vectors.get(0))).isLessThan(0.45);
  }

  @Test
  void findsFacesOnATurnedPage() throws Exception {
    BufferedImage photo = ImageIO.read(TestFiles.groupPhoto(1).toFile());
    BufferedImage turned =
        new BufferedImage(photo.getHeight(), photo.getWidth(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = turned.createGraphics();
    // A quarter to the left, which the page's rotation by a quarter to the right undoes.
    g.drawImage(photo, new AffineTransform(0, -1, 1, 0, 0, photo.getWidth()), null);
    g.dispose();

    ModelResult result = extract("faceCount", "application/pdf", document(turned, 90, null));

    assertThat((Long) result.value()).isPositive();
  }

  @Test
  void refusesAProtectedDocument() throws Exception {
    ModelResult result =
        extract(
            "faces",
            "application/pdf",
            document(picture(100, 100, Color.GRAY), 0, "something secret"));

    assertThat(result.fault()).isEqualTo(ModelResult.Fault.UNREADABLE_CONTENT);
    assertThat(result.message()).contains("password");
  }

  @Test
  void answersEachInputOfABatchByItself() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "This is no picture.");
    Path blank = write(picture(64, 64, Color.WHITE), "png");
    ModelDescriptor count = descriptor("faceCount", "image/png");

    List<ModelResult> results =
        model.extract(
            count,
            List.of(
                FileInput.of("image/png", blank),
                FileInput.of("image/png", text),
                FileInput.of("image/jpeg", TestFiles.groupPhoto(2))));

    assertThat(results.get(0).value()).isEqualTo(0L);
    assertThat(results.get(1).fault()).isEqualTo(ModelResult.Fault.UNREADABLE_CONTENT);
    assertThat((Long) results.get(2).value()).isPositive();
  }

  @Test
  void isFoundAsAServiceAndComparesPicturesByDefault() {
    assertThat(ServiceLoader.load(Model.class).stream().map(ServiceLoader.Provider::type))
        .contains(FaceModel.class);
    Catalogue catalogue = new Catalogue(model.descriptors());
    ValueDomain jpeg = ValueDomain.of("image/jpeg");
    ValueDomain pdf = ValueDomain.of("application/pdf");

    ModelDescriptor comparator = catalogue.comparator(null, jpeg, pdf).orElseThrow();

    assertThat(comparator.name()).isEqualTo("face");
    assertThat(comparator.isSet()).isTrue();
    assertThat(comparator.distanceAtHalf()).isEqualTo(0.6);
    assertThat(comparator.version()).startsWith("1.7.");
    assertThat(catalogue.extractor(comparator.feature(), pdf)).isPresent();
  }

  private ModelResult extract(String property, String type, Path file) throws Exception {
    return model.extract(descriptor(property, type), List.of(FileInput.of(type, file))).get(0);
  }

  private static ModelDescriptor descriptor(String property, String type) {
    return new Catalogue(model.descriptors())
        .extractor(property, ValueDomain.of(type))
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> list(ModelResult result) {
    assertThat(result.message()).isNull();
    return (List<T>) result.value();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Integer> box(Map<String, Object> face) {
    return (Map<String, Integer>) face.get("box");
  }

  private static long area(Map<String, Object> face) {
    return (long) box(face).get("width") * box(face).get("height");
  }

  static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  private static BufferedImage portrait(BufferedImage photo, Map<String, Integer> box) {
    int margin = box.get("width") / 3;
    int x = Math.max(0, box.get("x") - margin);
    int y = Math.max(0, box.get("y") - margin);
    return photo.getSubimage(
        x,
        y,
        Math.min(photo.getWidth() - x, box.get("width") + 2 * margin),
        Math.min(photo.getHeight() - y, box.get("height") + 2 * margin));
  }

  private static BufferedImage picture(int width, int height, Color colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(colour);
    g.fillRect(0, 0, width, height);
    g.dispose();
    return image;
  }

  private Path write(BufferedImage image, String format) throws IOException {
    Path file = Files.createTempFile(folder, "picture", "." + format);
    ImageIO.write(image, format, file.toFile());
    return file;
  }

  /** Two pages, with the picture on the second one, an inch wide where the page is not turned. */
  private Path document(BufferedImage image, int rotation, String password) throws IOException {
    Path file = Files.createTempFile(folder, "document", ".pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage(PDRectangle.A4));
      PDPage page = new PDPage(PDRectangle.A4);
      page.setRotation(rotation);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        float width = rotation == 0 ? 72 : 500;
        content.drawImage(
            JPEGFactory.createFromImage(document, image, 0.9f),
            rotation == 0 ? 400 : 20,
            rotation == 0 ? 600 : 20,
            width,
            width * image.getHeight() / image.getWidth());
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      document.save(file.toFile());
    }
    return file;
  }
}
