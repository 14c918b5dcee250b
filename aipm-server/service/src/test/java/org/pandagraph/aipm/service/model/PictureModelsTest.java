/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.sdk.Model;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.service.Pictures;
import org.pandagraph.aipm.service.SharedData;
import org.pandagraph.aipm.wire.ModelDescriptor;

class PictureModelsTest {
  @TempDir Path directory;

  private static ModelResult result(Model model, String property, ModelInput input)
      throws Exception {
    ModelDescriptor extractor =
        model.descriptors().stream()
            .filter(d -> d.name().equals(property))
            .findFirst()
            .orElseThrow();
    return model.extract(extractor, List.of(input)).get(0);
  }

  @Test
  void theSizeOfABombIsReadButNothingIsDecoded() throws Exception {
    ModelInput bomb = FileInput.of(directory, Pictures.pngBomb(60_000, 60_000), "image/png");
    assertThat(result(new PictureSize(), "height", bomb).value()).isEqualTo(60_000);
    for (Model model : List.of(new Barcodes(), new VisualSimilarity())) {
      ModelResult result = result(model, model.descriptors().get(0).name(), bomb);
      assertThat(result.fault()).isEqualTo(ModelResult.Fault.CONTENT_TOO_LARGE);
      assertThat(result.message()).contains("60000 x 60000");
    }
  }

  @Test
  void aTruncatedPictureStillHasASize() throws Exception {
    byte[] jpeg = Pictures.encoded(Pictures.random(1, 300, 200), "jpg");
    ModelInput half = FileInput.of(directory, Arrays.copyOf(jpeg, jpeg.length / 2), "image/jpeg");
    assertThat(result(new PictureSize(), "width", half).value()).isEqualTo(300);
    ModelInput stub = FileInput.of(directory, Arrays.copyOf(jpeg, 20), "image/jpeg");
    assertThat(result(new PictureSize(), "width", stub).fault())
        .isEqualTo(ModelResult.Fault.UNREADABLE_CONTENT);
  }

  @Test
  void aTextIsNoPicture() throws Exception {
    ModelInput text =
        FileInput.of(directory, "hello".getBytes(StandardCharsets.UTF_8), "image/jpeg");
    for (Model model :
        List.of(new PictureSize(), new PictureExif(), new Barcodes(), new VisualSimilarity())) {
      ModelResult result = result(model, model.descriptors().get(0).name(), text);
      assertThat(result.fault()).isEqualTo(ModelResult.Fault.UNREADABLE_CONTENT);
      assertThat(result.message()).contains("no picture");
    }
  }

  @Test
  void aPictureWithoutExifHasNone() throws Exception {
    ModelInput plain =
        FileInput.of(directory, Pictures.encoded(Pictures.random(2, 30, 20), "png"), "image/png");
    PictureExif model = new PictureExif();
    for (ModelDescriptor d : model.descriptors()) {
      ModelResult result = result(model, d.name(), plain);
      assertThat(result.fault()).as(d.name()).isNull();
      assertThat(result.value()).as(d.name()).isNull();
    }
  }

  @Test
  void readsExifOfRealPhotos() throws Exception {
    Path folder = SharedData.folder("exif");
    PictureExif model = new PictureExif();
    ModelInput nikon = FileInput.of(folder.resolve("DSCN0021.jpg"), "image/jpeg");
    assertThat(result(model, "cameraMake", nikon).value()).isEqualTo("NIKON");
    assertThat(result(model, "takenAt", nikon).value().toString()).matches("2008-10-\\d\\dT.*");
    assertThat((Double) result(model, "latitude", nikon).value()).isBetween(43.0, 44.0);
    assertThat((Double) result(model, "longitude", nikon).value()).isBetween(11.0, 12.0);
    assertThat((Map<?, ?>) result(model, "exif", nikon).value()).hasSizeGreaterThan(20);
    ModelInput portrait = FileInput.of(folder.resolve("portrait_8.jpg"), "image/jpeg");
    assertThat(result(model, "orientation", portrait).value()).isEqualTo(8);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jpg")).toList()) {
        for (ModelDescriptor d : model.descriptors()) {
          assertThat(result(model, d.name(), FileInput.of(file, "image/jpeg")).fault())
              .as("%s of %s", d.name(), file)
              .isNull();
        }
      }
    }
  }

  private static List<String> variants(Path directory, byte[] jpeg) throws IOException {
    List<String> names = new ArrayList<>();
    Path original = Files.write(directory.resolve("original.jpg"), jpeg);
    names.add(original.toString());
    var picture = javax.imageio.ImageIO.read(original.toFile());
    int w = picture.getWidth();
    int h = picture.getHeight();
    names.add(
        Files.write(directory.resolve("again.png"), Pictures.encoded(picture, "png")).toString());
    names.add(
        Files.write(
                directory.resolve("half.jpg"),
                Pictures.encoded(DecodedPicture.scaled(picture, w / 2, h / 2), "jpg"))
            .toString());
    return names;
  }

  private static double similarity(VisualSimilarity model, String x, String y) throws Exception {
    Object a = result(model, "visualFeature", FileInput.of(Path.of(x), "image/*")).value();
    Object b = result(model, "visualFeature", FileInput.of(Path.of(y), "image/*")).value();
    return org.pandagraph.aipm.similarity.FeatureMetric.similarity(
        model.descriptors().get(1), a, b);
  }

  @Test
  void theSamePictureIsAlikeAndOthersAreNot() throws Exception {
    VisualSimilarity model = new VisualSimilarity();
    double threshold = model.descriptors().get(1).defaultThreshold();
    List<String> originals = new ArrayList<>();
    for (int seed = 1; seed <= 6; seed++) {
      Path own = Files.createDirectory(directory.resolve("p" + seed));
      List<String> names = variants(own, Pictures.encoded(Pictures.random(seed, 400, 300), "jpg"));
      for (String name : names) {
        assertThat(similarity(model, names.get(0), name)).as(name).isGreaterThan(0.9);
      }
      for (String other : originals) {
        assertThat(similarity(model, names.get(0), other)).isLessThan(threshold);
      }
      originals.add(names.get(0));
    }
  }

  @Test
  void aPhotoIsTheSameHoweverTheCameraWasHeld() throws Exception {
    Path folder = SharedData.folder("exif");

    assertThat(
            similarity(
                new VisualSimilarity(),
                folder.resolve("portrait_2.jpg").toString(),
                folder.resolve("portrait_8.jpg").toString()))
        .isGreaterThan(0.9);
  }

  @Test
  void aPictureStoredTurnedIsTheSameAsTheUprightOne() throws Exception {
    BufferedImage seen = Pictures.random(11, 300, 200);
    BufferedImage turned = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 300; x++) {
        turned.setRGB(y, 299 - x, seen.getRGB(x, y));
      }
    }
    Path upright = Files.write(directory.resolve("upright.jpg"), Pictures.encoded(seen, "jpg"));
    byte[] jpeg = Pictures.encoded(turned, "jpg");
    Path unmarked = Files.write(directory.resolve("unmarked.jpg"), jpeg);
    Path marked = Files.write(directory.resolve("marked.jpg"), withOrientation(jpeg, 6));
    VisualSimilarity model = new VisualSimilarity();

    assertThat(similarity(model, upright.toString(), marked.toString())).isGreaterThan(0.9);
    assertThat(similarity(model, upright.toString(), unmarked.toString())).isLessThan(0.8);
  }

  /** The JPEG with an EXIF block that holds nothing else. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.write(jpeg, 0, 2);
    data.writeShort(0xFFE1);
    data.writeShort(2 + 6 + 8 + 2 + 12 + 4);
    data.write("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
    data.writeInt(8);
    data.writeShort(1);
    data.writeShort(0x0112);
    data.writeShort(3);
    data.writeInt(1);
    data.writeShort(orientation);
    data.writeShort(0);
    data.writeInt(0);
    data.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  @Test
  void realPhotosAreToldApart() throws Exception {
    List<String> photos = new ArrayList<>();
    for (String folder : List.of("faces", "plates")) {
      try (Stream<Path> files = Files.list(SharedData.folder(folder))) {
        files
            .filter(f -> f.toString().endsWith(".jpg"))
            .sorted()
            .limit(12)
            .forEach(f -> photos.add(f.toString()));
      }
    }
    VisualSimilarity model = new VisualSimilarity();
    double threshold = model.descriptors().get(1).defaultThreshold();
    for (int i = 0; i < photos.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(similarity(model, photos.get(i), photos.get(j)))
            .as("%s %s", photos.get(i), photos.get(j))
            .isLessThan(threshold);
      }
    }
  }

  @Test
  void plainTextIsDecoded() throws Exception {
    for (String charset : List.of("UTF-8", "UTF-16", "windows-1252")) {
      ModelInput text = FileInput.of(directory, "Grüße\n".getBytes(charset), "text/plain");
      assertThat(result(new PlainText(), "text", text).value()).as(charset).isEqualTo("Grüße");
    }
    ModelInput blank = FileInput.of(directory, new byte[] {' ', '\n'}, "text/plain");
    assertThat(result(new PlainText(), "text", blank).value()).isNull();
    assertThat(result(new PlainText(), "text", blank).fault()).isNull();
  }
}
