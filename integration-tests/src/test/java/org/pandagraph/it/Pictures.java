/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures made for tests. */
final class Pictures {
  private Pictures() {}

  /** A picture of one colour with a diagonal in it. */
  static BufferedImage plain(int width, int height, Color colour) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setColor(colour);
    g.fillRect(0, 0, width, height);
    g.setColor(colour.darker());
    g.drawLine(0, 0, width, height);
    g.dispose();
    return picture;
  }

  /** The back of a car, drawn, with a number plate. */
  static BufferedImage car(String plate, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(new Color(0x9a, 0xb4, 0xc8));
    g.fillRect(0, 0, width, height);
    g.setColor(new Color(0x55, 0x55, 0x58));
    g.fillRect(0, height * 4 / 5, width, height / 5);
    g.setColor(new Color(0x7a, 0x15, 0x18));
    g.fillRoundRect(width / 10, height / 5, width * 8 / 10, height * 13 / 20, 40, 40);
    g.setColor(new Color(0x20, 0x24, 0x28));
    g.fillRoundRect(width / 5, height / 4, width * 3 / 5, height / 6, 20, 20);
    int plateWidth = width * 46 / 100;
    int plateHeight = plateWidth * 11 / 52;
    int x = (width - plateWidth) / 2;
    int y = height * 58 / 100;
    g.setColor(Color.WHITE);
    g.fillRect(x, y, plateWidth, plateHeight);
    g.setColor(Color.BLACK);
    g.drawRect(x, y, plateWidth, plateHeight);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, plateHeight * 3 / 4));
    int textWidth = g.getFontMetrics().stringWidth(plate);
    g.drawString(plate, x + (plateWidth - textWidth) / 2, y + plateHeight * 77 / 100);
    g.dispose();
    return picture;
  }

  /** The part of a picture around a box, the margin in parts of the box's size on each side. */
  static BufferedImage crop(
      BufferedImage picture, double x, double y, double width, double height, double margin) {
    int left = (int) Math.max(0, x - width * margin);
    int top = (int) Math.max(0, y - height * margin);
    int right = (int) Math.min(picture.getWidth(), x + width * (1 + margin));
    int bottom = (int) Math.min(picture.getHeight(), y + height * (1 + margin));
    return scaled(picture.getSubimage(left, top, right - left, bottom - top), 1);
  }

  static BufferedImage mirrored(BufferedImage picture) {
    BufferedImage copy = blank(picture.getWidth(), picture.getHeight());
    Graphics2D g = copy.createGraphics();
    g.drawImage(picture, picture.getWidth(), 0, -picture.getWidth(), picture.getHeight(), null);
    g.dispose();
    return copy;
  }

  static BufferedImage brighter(BufferedImage picture, float factor) {
    return new RescaleOp(factor, 0, null)
        .filter(picture, blank(picture.getWidth(), picture.getHeight()));
  }

  static BufferedImage scaled(BufferedImage picture, double factor) {
    int width = (int) Math.round(picture.getWidth() * factor);
    int height = (int) Math.round(picture.getHeight() * factor);
    BufferedImage copy = blank(width, height);
    Graphics2D g = copy.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(picture, 0, 0, width, height, null);
    g.dispose();
    return copy;
  }

  private static BufferedImage blank(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  static BufferedImage read(Path file) {
    try {
      return ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] jpeg(BufferedImage picture) {
    return encoded(picture, "jpg");
  }

  static byte[] png(BufferedImage picture) {
    return encoded(picture, "png");
  }

  private static byte[] encoded(BufferedImage picture, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
