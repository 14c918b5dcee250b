/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One look at one picture for barcodes, with both of ZXing's ways to tell black from white. */
final class BarcodePicture {
  private BarcodePicture() {}

  static List<Result> read(BufferedImage picture, Set<BarcodeFormat> formats)
      throws InterruptedException {
    int w = picture.getWidth();
    int h = picture.getHeight();
    LuminanceSource light = new RGBLuminanceSource(w, h, picture.getRGB(0, 0, w, h, null, 0, w));
    for (Binarizer binarizer :
        List.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light))) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped looking for barcodes");
      }
      List<Result> found = read(new BinaryBitmap(binarizer), formats);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<Result> read(BinaryBitmap bitmap, Set<BarcodeFormat> formats) {
    Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    hints.put(DecodeHintType.TRY_HARDER, true);
    hints.put(DecodeHintType.ALSO_INVERTED, true);
    hints.put(DecodeHintType.POSSIBLE_FORMATS, formats);
    MultiFormatReader reader = new MultiFormatReader();
    reader.setHints(hints);
    List<Result> found = List.of();
    try {
      // Looking for several takes a look at each part: only where there is one at all.
      found = List.of(reader.decodeWithState(bitmap));
      found = List.of(new GenericMultipleBarcodeReader(reader).decodeMultiple(bitmap, hints));
    } catch (NotFoundException e) {
      // what was found so far
    } catch (RuntimeException e) {
      // ZXing's detectors leave the picture at times; this attempt found nothing more then.
    }
    return found;
  }

  /** On white, large enough for all of it. */
  static BufferedImage turned(BufferedImage picture, double radians) {
    double w = picture.getWidth();
    double h = picture.getHeight();
    double cos = Math.abs(Math.cos(radians));
    double sin = Math.abs(Math.sin(radians));
    BufferedImage result =
        new BufferedImage(
            (int) Math.ceil(w * cos + h * sin),
            (int) Math.ceil(w * sin + h * cos),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = result.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, result.getWidth(), result.getHeight());
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.translate(result.getWidth() / 2.0, result.getHeight() / 2.0);
    g.rotate(radians);
    g.drawImage(picture, (int) (-w / 2), (int) (-h / 2), null);
    g.dispose();
    return result;
  }
}
