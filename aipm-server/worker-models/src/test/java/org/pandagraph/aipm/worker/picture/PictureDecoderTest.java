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
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.aipm.sdk.ModelResult.Fault;
import org.pandagraph.aipm.worker.ModelFault;

class PictureDecoderTest {
  private static final PictureDecoder DECODER =
      new PictureDecoder(new PictureLimits(1_000_000, 400, 10));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "bmp", "tiff"})
  void decodesTheFormats(String format) throws Exception {
    Picture picture = DECODER.decode(write(redAndBlue(200, 100), format));

    assertThat(picture.width()).isEqualTo(200);
    assertThat(picture.height()).isEqualTo(100);
    assertThat(picture.scale()).isEqualTo(1);
    assertThat(isRed(picture, 20, 50)).isTrue();
    assertThat(isRed(picture, 180, 50)).isFalse();
    assertThat(picture.rgb()).hasSize(200 * 100 * 3);
  }

  @Test
  void decodesWebp() throws Exception {
    // One lossy pixel, as the format's own description prints it.
    byte[] pixel =
        java.util.Base64.getDecoder()
            .decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    Picture picture = DECODER.decode(Files.write(folder.resolve("p.webp"), pixel));

    assertThat(picture.width()).isEqualTo(1);
  }

  @Test
  void scalesLargePicturesDown() throws Exception {
    Picture picture = DECODER.decode(write(redAndBlue(900, 300), "png"));

    assertThat(picture.width()).isEqualTo(400);
    assertThat(picture.height()).isEqualTo(133);
    assertThat(picture.wholeWidth()).isEqualTo(900);
    assertThat(picture.wholeHeight()).isEqualTo(300);
    assertThat(picture.scale()).isEqualTo(2.25);
    assertThat(isRed(picture, 190, 60)).isTrue();
    assertThat(isRed(picture, 210, 60)).isFalse();
  }

  @Test
  void showsTransparentPlacesWhite() throws Exception {
    BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);

    Picture picture = DECODER.decode(write(image, "png"));

    assertThat(picture.rgb()).containsOnly((byte) 255);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnsPicturesUpright(int orientation) throws Exception {
    // Seen upright: the left half is red, and its upper part is dark.
    BufferedImage upright = redAndBlue(160, 80);
    Graphics2D g = upright.createGraphics();
    g.setColor(new Color(120, 0, 0));
    g.fillRect(0, 0, 80, 20);
    g.dispose();

    Picture picture = DECODER.decode(withOrientation(stored(upright, orientation), orientation));

    assertThat(picture.width()).isEqualTo(160);
    assertThat(picture.height()).isEqualTo(80);
    assertThat(picture.wholeWidth()).isEqualTo(160);
    assertThat(isRed(picture, 20, 60)).isTrue();
    assertThat(isRed(picture, 140, 60)).isFalse();
    assertThat(new Color(picture.image().getRGB(20, 8)).getRed()).isBetween(90, 150);
  }

  @Test
  void refusesABombByItsHeader() throws Exception {
    Path bomb = Files.write(folder.resolve("bomb.png"), pngHeader(60_000, 60_000));

    ModelFault fault = fault(bomb);

    assertThat(fault.fault()).isEqualTo(Fault.CONTENT_TOO_LARGE);
    assertThat(fault)
        .hasMessage("the picture has 60000 x 60000 pixels; at most 1 million are taken");
  }

  @Test
  void refusesWhatIsNoPicture() throws Exception {
    ModelFault empty = fault(Files.createFile(folder.resolve("empty")));
    ModelFault text = fault(Files.writeString(folder.resolve("text"), "Dear Sir or Madam"));

    assertThat(empty.fault()).isEqualTo(Fault.UNREADABLE_CONTENT);
    assertThat(empty).hasMessageContaining("empty");
    assertThat(text.fault()).isEqualTo(Fault.UNREADABLE_CONTENT);
    assertThat(text).hasMessageContaining("no picture").hasMessageContaining("JPEG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
  void refusesWhatIsCutOff(String format) throws Exception {
    byte[] whole = Files.readAllBytes(write(noise(300, 200), format));
    for (int part : new int[] {2, 10, 50, 90}) {
      byte[] cut = Arrays.copyOf(whole, whole.length * part / 100);

      ModelFault fault = fault(Files.write(folder.resolve("cut." + format), cut));

      assertThat(fault.fault()).as(part + " %").isEqualTo(Fault.UNREADABLE_CONTENT);
    }
  }

  @Test
  void neverFailsOtherwiseOnDamage() throws Exception {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    System.out.println("PictureDecoderTest seed " + seed);
    Random random = new Random(seed);
    for (String format : new String[] {"jpg", "png", "gif", "bmp", "tiff"}) {
      byte[] whole = Files.readAllBytes(write(noise(60, 40), format));
      for (int i = 0; i < 200; i++) {
        byte[] damaged = whole.clone();
        for (int n = 1 + random.nextInt(8); n > 0; n--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        Path file = Files.write(folder.resolve("damaged"), damaged);
        try {
          assertThat(DECODER.decode(file).width()).isBetween(1, 400);
        } catch (ModelFault e) {
          assertThat(e.getMessage()).isNotBlank();
        }
      }
    }
  }

  private static ModelFault fault(Path file) {
    ModelFault fault = catchThrowableOfType(ModelFault.class, () -> DECODER.decode(file));
    assertThat(fault).as("a fault").isNotNull();
    return fault;
  }

  private static boolean isRed(Picture picture, int x, int y) {
    Color colour = new Color(picture.image().getRGB(x, y));
    return colour.getRed() > 180 && colour.getBlue() < 80;
  }

  private static BufferedImage redAndBlue(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, width / 2, height);
    g.setColor(Color.BLUE);
    g.fillRect(width / 2, 0, width - width / 2, height);
    g.dispose();
    return image;
  }

  private static BufferedImage noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return image;
  }

  private Path write(BufferedImage image, String format) throws IOException {
    Path file = Files.createTempFile(folder, "picture", "." + format);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }

  /**
   * How a camera held that way would store what is seen upright: the row and column of the
   * standard.
   */
  private static BufferedImage stored(BufferedImage seen, int orientation) {
    boolean turned = orientation >= 5;
    int w = turned ? seen.getHeight() : seen.getWidth();
    int h = turned ? seen.getWidth() : seen.getHeight();
    BufferedImage stored = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < h; row++) {
      for (int column = 0; column < w; column++) {
        int x =
            switch (orientation) {
              case 1, 4 -> column;
              case 2, 3 -> w - 1 - column;
              case 5, 8 -> row;
              default -> h - 1 - row;
            };
        int y =
            switch (orientation) {
              case 1, 2 -> row;
              case 3, 4 -> h - 1 - row;
              case 5, 6 -> column;
              default -> w - 1 - column;
            };
        stored.setRGB(column, row, seen.getRGB(x, y));
      }
    }
    return stored;
  }

  private Path withOrientation(BufferedImage image, int orientation) throws IOException {
    byte[] jpeg = Files.readAllBytes(write(image, "jpg"));
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
    return Files.write(folder.resolve("turned.jpg"), out.toByteArray());
  }

  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(chunk);
    header.write("IHDR".getBytes(StandardCharsets.ISO_8859_1));
    header.writeInt(width);
    header.writeInt(height);
    header.write(new byte[] {8, 2, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(chunk.toByteArray());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    data.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    data.writeInt(13);
    data.write(chunk.toByteArray());
    data.writeInt((int) crc.getValue());
    data.write(new byte[] {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82});
    return out.toByteArray();
  }
}
