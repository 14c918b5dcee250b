/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.sdk.ModelResult;
import org.pandagraph.aipm.service.Pictures;
import org.pandagraph.aipm.service.SharedData;

class BarcodesTest {
  @TempDir Path directory;
  private final Barcodes model = new Barcodes();

  private Object value(int property, ModelInput input) throws Exception {
    ModelResult result = model.extract(model.descriptors().get(property), List.of(input)).get(0);
    assertThat(result.fault()).as(result.message()).isNull();
    return result.value();
  }

  private static BufferedImage code(BarcodeFormat format, String text, int w, int h)
      throws Exception {
    BitMatrix bits = new MultiFormatWriter().encode(text, format, w, h);
    BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        picture.setRGB(x, y, bits.get(x, y) ? 0 : 0xffffff);
      }
    }
    return picture;
  }

  private ModelInput png(BufferedImage picture) throws Exception {
    return FileInput.of(directory, Pictures.encoded(picture, "png"), "image/png");
  }

  @Test
  void readsOneWhateverItsAngle() throws Exception {
    BufferedImage ean = code(BarcodeFormat.EAN_13, "4006381333931", 400, 200);
    for (int degrees : new int[] {0, 40, 90, 180}) {
      ModelInput input = png(BarcodePicture.turned(ean, Math.toRadians(degrees)));
      assertThat(value(0, input)).as("turned by %s degrees", degrees).isEqualTo("4006381333931");
    }
  }

  @Test
  void readsSeveralFromTopToBottom() throws Exception {
    BufferedImage both = new BufferedImage(700, 900, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = both.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 700, 900);
    g.drawImage(code(BarcodeFormat.QR_CODE, "below", 300, 300), 350, 550, null);
    g.drawImage(code(BarcodeFormat.QR_CODE, "above", 300, 300), 50, 50, null);
    g.dispose();
    ModelInput input = png(both);
    assertThat(value(0, input)).isEqualTo("above");
    assertThat((List<?>) value(1, input))
        .extracting(code -> ((Map<?, ?>) code).get("text"))
        .isEqualTo(List.of("above", "below"));
  }

  @Test
  void aPictureWithoutOneGivesNull() throws Exception {
    ModelInput input = png(Pictures.random(5, 300, 200));
    assertThat(value(0, input)).isNull();
    assertThat(value(1, input)).isNull();
  }

  @Test
  void readsMostRealOnes() throws Exception {
    Path folder = SharedData.folder("barcodes");
    int right = 0;
    int wrong = 0;
    int all = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".txt")).sorted().toList()) {
        all++;
        Path expected =
            folder.resolve(file.getFileName().toString().replaceAll("\\.\\w+$", ".txt"));
        Object found = value(0, FileInput.of(file, "image/*"));
        if (found != null) {
          boolean same =
              Files.exists(expected)
                  && found.toString().strip().equals(Files.readString(expected).strip());
          right += same ? 1 : 0;
          wrong += same ? 0 : 1;
        }
      }
    }
    System.out.println("barcodes: " + right + " right, " + wrong + " wrong of " + all);
    assertThat(right).isGreaterThanOrEqualTo(18);
    assertThat(wrong).isLessThanOrEqualTo(1);
  }
}
