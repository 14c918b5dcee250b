/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a camera notes in a picture: Exif 2.32, the few text fields that the demo asks for. */
record ExifNotes(String make, String model, LocalDateTime taken) {
  private static final int MAKE = 0x010F;
  private static final int MODEL = 0x0110;
  private static final int DATE_TIME = 0x0132;
  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final short ASCII = 2;
  private static final short LONG = 4;
  private static final int HEADER = 8;
  private static final int ENTRY = 12;

  /** The APP1 segment of a JPEG file: marker, length, "Exif", and a big-endian TIFF structure. */
  byte[] toSegment() {
    byte[] tiff = tiff();
    ByteBuffer out = ByteBuffer.allocate(10 + tiff.length);
    out.putShort((short) 0xFFE1).putShort((short) (8 + tiff.length));
    out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff);
    return out.array();
  }

  private byte[] tiff() {
    String date = taken.format(DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT));
    SortedMap<Integer, String> image = new TreeMap<>(Map.of(MAKE, make, MODEL, model));
    image.put(DATE_TIME, date);
    SortedMap<Integer, String> exif = new TreeMap<>(Map.of(DATE_TIME_ORIGINAL, date));
    int exifAt = HEADER + directorySize(image, 1);
    ByteBuffer out = ByteBuffer.allocate(exifAt + directorySize(exif, 0));
    out.putShort((short) 0x4D4D).putShort((short) 42).putInt(HEADER);
    directory(out, image, exifAt);
    directory(out, exif, 0);
    return out.array();
  }

  private static int directorySize(SortedMap<Integer, String> texts, int pointers) {
    int values = texts.values().stream().mapToInt(t -> t.length() + 1).sum();
    return 2 + ENTRY * (texts.size() + pointers) + 4 + values;
  }

  /** Texts of four bytes and more lie behind the directory, the entry holds their offset. */
  private static void directory(ByteBuffer out, SortedMap<Integer, String> texts, int pointer) {
    int entries = texts.size() + (pointer > 0 ? 1 : 0);
    int valueAt = out.position() + 2 + ENTRY * entries + 4;
    out.putShort((short) entries);
    for (Map.Entry<Integer, String> text : texts.entrySet()) {
      int length = text.getValue().length() + 1;
      out.putShort(text.getKey().shortValue()).putShort(ASCII).putInt(length).putInt(valueAt);
      valueAt += length;
    }
    if (pointer > 0) {
      out.putShort((short) EXIF_DIRECTORY).putShort(LONG).putInt(1).putInt(pointer);
    }
    out.putInt(0);
    for (String text : texts.values()) {
      out.put(text.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    }
  }
}
