/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for barcodes in a picture at several sizes, then turned, until some are found. Square codes
 * come first: what guards them against misreading is strong, and looking for them is cheap. Of the
 * striped codes, the short ones with a weak check digit count only when they are read twice.
 */
final class BarcodeSearch {
  private static final Set<BarcodeFormat> SQUARE =
      EnumSet.of(
          BarcodeFormat.QR_CODE,
          BarcodeFormat.DATA_MATRIX,
          BarcodeFormat.AZTEC,
          BarcodeFormat.PDF_417);

  private static final Set<BarcodeFormat> STRIPED =
      EnumSet.of(
          BarcodeFormat.EAN_13,
          BarcodeFormat.EAN_8,
          BarcodeFormat.UPC_A,
          BarcodeFormat.UPC_E,
          BarcodeFormat.CODE_128,
          BarcodeFormat.CODE_93,
          BarcodeFormat.CODE_39,
          BarcodeFormat.ITF,
          BarcodeFormat.CODABAR);

  private static final Set<BarcodeFormat> WEAK =
      EnumSet.of(
          BarcodeFormat.EAN_8, BarcodeFormat.UPC_E, BarcodeFormat.ITF, BarcodeFormat.CODABAR);

  /** Longer sides, in pixels, beside the picture's own. */
  private static final int[] SQUARE_SIDES = {1200, 800, 560, 400, 280, 200};

  private static final int[] STRIPED_SIDES = {1000, 600};
  private static final int TURNED_SIDE = 800;
  private static final double[] ANGLES = {45, 30, 60, 15, 75};

  /** Small pictures are looked at larger, too: thin stripes need more than a pixel. */
  private static final int SMALL = 900;

  private final BufferedImage picture;
  private final Set<String> weak = new HashSet<>();

  private BarcodeSearch(BufferedImage picture) {
    this.picture = picture;
  }

  /** From top to bottom; empty where there are none. */
  static List<Result> search(BufferedImage picture) throws InterruptedException {
    List<Result> found = new ArrayList<>(new BarcodeSearch(picture).search());
    found.sort(Comparator.comparingDouble(BarcodeSearch::top));
    return found;
  }

  private List<Result> search() throws InterruptedException {
    List<Result> found = atSizes(SQUARE, SQUARE_SIDES);
    if (found.isEmpty()) {
      found = atSizes(STRIPED, STRIPED_SIDES);
    }
    if (found.isEmpty()) {
      BufferedImage small = longerSide(Math.min(TURNED_SIDE, longerSide()));
      for (double angle : ANGLES) {
        found = read(BarcodePicture.turned(small, Math.toRadians(angle)), STRIPED);
        if (!found.isEmpty()) {
          break;
        }
      }
    }
    return found;
  }

  private List<Result> atSizes(Set<BarcodeFormat> formats, int[] sides)
      throws InterruptedException {
    List<BufferedImage> pictures = new ArrayList<>();
    pictures.add(picture);
    if (longerSide() < SMALL) {
      pictures.add(longerSide(2 * longerSide()));
    }
    for (BufferedImage at : pictures) {
      List<Result> found = read(at, formats);
      if (!found.isEmpty()) {
        return found;
      }
    }
    for (int side : sides) {
      if (side < longerSide() * 0.9) {
        List<Result> found = read(longerSide(side), formats);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  private List<Result> read(BufferedImage at, Set<BarcodeFormat> formats)
      throws InterruptedException {
    List<Result> all = BarcodePicture.read(at, formats);
    return all.stream()
        .filter(
            r ->
                !WEAK.contains(r.getBarcodeFormat())
                    || !weak.add(r.getBarcodeFormat() + r.getText()))
        .toList();
  }

  private int longerSide() {
    return Math.max(picture.getWidth(), picture.getHeight());
  }

  private BufferedImage longerSide(int side) {
    double scale = (double) side / longerSide();
    return DecodedPicture.scaled(
        picture,
        Math.max(1, (int) Math.round(picture.getWidth() * scale)),
        Math.max(1, (int) Math.round(picture.getHeight() * scale)));
  }

  private static double top(Result result) {
    double top = Double.MAX_VALUE;
    if (result.getResultPoints() != null) {
      for (ResultPoint point : result.getResultPoints()) {
        if (point != null) {
          top = Math.min(top, point.getY());
        }
      }
    }
    return top;
  }
}
