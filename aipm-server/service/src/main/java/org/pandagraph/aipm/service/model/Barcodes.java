/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service.model;

import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pandagraph.aipm.sdk.ModelInput;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/**
 * {@code barcode}: the text of a picture's barcode (QR, EAN, Code 128 and whatever else ZXing
 * reads), the uppermost one where there are several; {@code barcodes}: all of them. Null where
 * there is none.
 */
public final class Barcodes extends ContentModel {
  private static final ValueDomain IMAGE = ValueDomain.of("image/*");
  private static final long MAX_PIXELS = 6_000_000;

  private static final ModelDescriptor ONE =
      ModelDescriptor.extractor("barcode", "1", IMAGE)
          .resultType("STRING")
          .costMillis(300.0)
          .description("Text of the barcode in a picture, the uppermost where there are several")
          .build();

  private static final ModelDescriptor ALL =
      ModelDescriptor.extractor("barcodes", "1", IMAGE)
          .resultType("LIST OF MAP")
          .costMillis(300.0)
          .description("All barcodes in a picture from top to bottom: text, format")
          .build();

  @Override
  public List<ModelDescriptor> descriptors() {
    return List.of(ONE, ALL);
  }

  @Override
  Object value(ModelDescriptor extractor, ModelInput input)
      throws UnreadableContentException, IOException, InterruptedException {
    BufferedImage picture = DecodedPicture.read(input.file(), MAX_PIXELS);
    List<Result> found = BarcodeSearch.search(picture);
    if (found.isEmpty()) {
      return null;
    }
    return extractor.name().equals(ONE.name())
        ? found.get(0).getText()
        : found.stream().map(Barcodes::asMap).toList();
  }

  private static Map<String, Object> asMap(Result result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("text", result.getText());
    map.put("format", result.getBarcodeFormat().name());
    Object level =
        result.getResultMetadata() == null
            ? null
            : result.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL);
    if (level != null) {
      map.put("errorCorrection", level.toString());
    }
    return map;
  }
}
