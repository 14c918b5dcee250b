/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VariantTest {
  private static final FaceBox FACE = new FaceBox(100, 80, 60, 80);

  @Test
  void hasItsSizeAndTheFaceInTheMiddle() {
    for (Variant variant : Variant.values()) {
      BufferedImage picture = variant.of(photo(), FACE);
      assertThat(picture.getWidth()).isEqualTo(variant.pixels());
      assertThat(picture.getHeight()).isEqualTo(variant.pixels());
      int middle = variant.pixels() / 2;
      Color face = new Color(picture.getRGB(middle, middle));
      Color ground = new Color(picture.getRGB(2, 2));
      assertThat(brightness(face))
          .as(variant + ": white face, grey ground")
          .isGreaterThan(brightness(ground));
    }
  }

  @Test
  void leavesNeighboursOut() {
    for (Variant variant : Variant.values()) {
      BufferedImage picture = variant.of(photo(), FACE);
      for (int y = 0; y < picture.getHeight(); y++) {
        for (int x = 0; x < picture.getWidth(); x++) {
          Color c = new Color(picture.getRGB(x, y));
          assertThat(c.getBlue() - c.getRed()).as("the blue neighbour").isLessThan(80);
        }
      }
    }
  }

  @Test
  void mirrorsLeftAndRight() {
    BufferedImage plain = Variant.PORTRAIT.of(photo(), FACE);
    BufferedImage mirrored = Variant.MIRRORED.of(photo(), FACE);
    assertThat(greenOnTheLeft(plain)).isTrue();
    assertThat(greenOnTheLeft(mirrored)).isFalse();
  }

  @Test
  void isAnotherPictureEachTime() {
    Set<Integer> pictures = new HashSet<>();
    for (Variant variant : Variant.values()) {
      BufferedImage picture = variant.of(photo(), FACE);
      int side = variant.pixels();
      pictures.add(Arrays.hashCode(picture.getRGB(0, 0, side, side, null, 0, side)));
    }
    assertThat(pictures).hasSize(Variant.values().length);
  }

  private static boolean greenOnTheLeft(BufferedImage picture) {
    int middle = picture.getWidth() / 2;
    for (int x = 0; x < picture.getWidth(); x++) {
      Color c = new Color(picture.getRGB(x, middle));
      if (c.getGreen() - c.getRed() > 60) {
        return x < middle;
      }
    }
    return false;
  }

  private static double brightness(Color colour) {
    return colour.getRed() + colour.getGreen() + colour.getBlue();
  }

  /** A white face with a green left ear, and a blue neighbour further left. */
  private static BufferedImage photo() {
    BufferedImage photo = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = photo.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(100, 80, 60, 80);
    g.setColor(Color.GREEN);
    g.fillRect(95, 110, 12, 20);
    g.setColor(Color.BLUE);
    g.fillRect(0, 80, 60, 80);
    g.dispose();
    return photo;
  }
}
