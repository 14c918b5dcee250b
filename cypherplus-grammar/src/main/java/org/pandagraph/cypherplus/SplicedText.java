/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import java.util.Arrays;

/**
 * The translated text as a sequence of pieces, each copied from the user's text or made by the
 * translator, and with that the source map. Immutable once built.
 */
final class SplicedText implements SourceMap {
  private final String cypherText;
  private final int userLength;
  private final int count;

  /** Where each piece starts in the translated text; ascending, each piece has a character. */
  private final int[] cypherStarts;

  /** Where it came from: the start of the copied text, or the construct it stands for. */
  private final int[] userStarts;

  private final boolean[] copied;

  /** The same pieces and the replaced places, ascending by place in the user's text. */
  private final int[] places;

  private final int[] placeTargets;
  private final int placeCount;

  private SplicedText(Builder builder) {
    cypherText = builder.cypher.toString();
    userLength = builder.user.length();
    count = builder.count;
    cypherStarts = builder.cypherStarts;
    userStarts = builder.userStarts;
    copied = builder.copied;
    places = builder.places;
    placeTargets = builder.placeTargets;
    placeCount = builder.placeCount;
  }

  String cypherText() {
    return cypherText;
  }

  @Override
  public int toUser(int cypherOffset) {
    if (cypherOffset >= cypherText.length()) {
      return userLength;
    }
    int offset = Math.max(0, cypherOffset);
    int found = Arrays.binarySearch(cypherStarts, 0, count, offset);
    int piece = found >= 0 ? found : -found - 2;
    return copied[piece] ? userStarts[piece] + offset - cypherStarts[piece] : userStarts[piece];
  }

  @Override
  public int toCypher(int userOffset) {
    if (userOffset >= userLength) {
      return cypherText.length();
    }
    int offset = Math.max(0, userOffset);
    int found = Arrays.binarySearch(places, 0, placeCount, offset);
    int place = found >= 0 ? found : -found - 2;
    int target = placeTargets[place];
    return target >= 0 ? target + offset - places[place] : ~target;
  }

  /** Builds the text from left to right. */
  static final class Builder {
    private final String user;
    private final StringBuilder cypher;
    private int count;
    private int[] cypherStarts = new int[16];
    private int[] userStarts = new int[16];
    private boolean[] copied = new boolean[16];
    private int placeCount;
    private int[] places = new int[16];

    /** Where a place went: its start for copied text, the complement of it for replaced text. */
    private int[] placeTargets = new int[16];

    private int position;

    Builder(String user) {
      this.user = user;
      this.cypher = new StringBuilder(user.length() + user.length() / 2 + 64);
    }

    /** Copies the user's text up to this offset. */
    Builder copyTo(int userOffset) {
      if (userOffset > position) {
        place(position, cypher.length());
        piece(position, true);
        cypher.append(user, position, userOffset);
        position = userOffset;
      }
      return this;
    }

    /** Adds text of ours, which stands for the construct at this offset of the user's text. */
    Builder insert(String text, int construct) {
      if (!text.isEmpty()) {
        piece(construct, false);
        cypher.append(text);
      }
      return this;
    }

    /** Puts text of ours, maybe none, in the place of the user's text up to this offset. */
    Builder replaceTo(int userOffset, String text, int construct) {
      place(position, ~cypher.length());
      position = userOffset;
      return insert(text, construct);
    }

    SplicedText build() {
      copyTo(user.length());
      return new SplicedText(this);
    }

    private void piece(int userStart, boolean copy) {
      if (count == cypherStarts.length) {
        cypherStarts = Arrays.copyOf(cypherStarts, count * 2);
        userStarts = Arrays.copyOf(userStarts, count * 2);
        copied = Arrays.copyOf(copied, count * 2);
      }
      cypherStarts[count] = cypher.length();
      userStarts[count] = userStart;
      copied[count++] = copy;
    }

    private void place(int userOffset, int target) {
      if (placeCount == places.length) {
        places = Arrays.copyOf(places, placeCount * 2);
        placeTargets = Arrays.copyOf(placeTargets, placeCount * 2);
      }
      places[placeCount] = userOffset;
      placeTargets[placeCount++] = target;
    }
  }
}
