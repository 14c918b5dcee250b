/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A block of IP addresses in CIDR notation. Immutable. */
final class AddressRange {
  /** Letters are for hexadecimal digits only, so that no name is ever looked up. */
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  /**
   * What is not for the public internet, after the IANA special-purpose address registries (RFC
   * 6890) and the multicast blocks.
   */
  private static final List<AddressRange> SPECIAL =
      Stream.of(
              "0.0.0.0/8", // "this network", 0.0.0.0 reaches the machine itself
              "10.0.0.0/8",
              "100.64.0.0/10", // carrier-grade NAT
              "127.0.0.0/8",
              "169.254.0.0/16", // link-local: the clouds' metadata services
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24", // documentation
              "192.168.0.0/16",
              "198.18.0.0/15", // benchmarks of network devices
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, broadcast
              "::/128",
              "::1/128",
              "64:ff9b:1::/48", // NAT64 of a local network
              "100::/64", // discard
              "2001::/23", // protocol assignments; Teredo among them, which hides an IPv4 address
              "2001:db8::/32", // documentation
              "3fff::/20", // documentation
              "5f00::/16", // segment routing
              "fc00::/7", // unique-local
              "fe80::/10", // link-local
              "fec0::/10", // site-local
              "ff00::/8") // multicast
          .map(AddressRange::parse)
          .collect(Collectors.toUnmodifiableList());

  /** Where an IPv4 address lies within an IPv6 address: block, and the first of its four bytes. */
  private static final AddressRange COMPATIBLE = parse("::/96");

  private static final AddressRange MAPPED = parse("::ffff:0:0/96");
  private static final AddressRange TRANSLATED = parse("::ffff:0:0:0/96");
  private static final AddressRange NAT64 = parse("64:ff9b::/96");
  private static final AddressRange SIX_TO_FOUR = parse("2002::/16");

  private final byte[] network;
  private final int prefix;
  private final String text;

  private AddressRange(byte[] network, int prefix, String text) {
    this.network = network;
    this.prefix = prefix;
    this.text = text;
  }

  /**
   * @param text an address, or an address and the length of its prefix: {@code 10.0.0.0/8}
   * @throws IllegalArgumentException on anything else, bits after the prefix included
   */
  static AddressRange parse(String text) {
    String trimmed = text.strip();
    int slash = trimmed.indexOf('/');
    byte[] network = literal(slash < 0 ? trimmed : trimmed.substring(0, slash), text);
    int bits = 8 * network.length;
    int prefix = bits;
    if (slash >= 0) {
      try {
        prefix = Integer.parseInt(trimmed.substring(slash + 1));
      } catch (NumberFormatException e) {
        throw malformed(text, "the length of the prefix is no number");
      }
    }
    if (prefix < 0 || prefix > bits) {
      throw malformed(text, "the prefix has from 0 to " + bits + " bits");
    }
    for (int bit = prefix; bit < bits; bit++) {
      if ((network[bit / 8] & 0x80 >> (bit % 8)) != 0) {
        throw malformed(text, "bits after the first " + prefix + " have to be 0");
      }
    }
    return new AddressRange(network, prefix, trimmed);
  }

  private static byte[] literal(String address, String text) {
    if (!LITERAL.matcher(address).matches()) {
      throw malformed(text, "it does not start with an IPv4 or IPv6 address");
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      // Java turns ::ffff:a.b.c.d into the IPv4 address: as a block of IPv6 it stays what it is.
      return bytes.length == 4 && address.indexOf(':') >= 0 ? mapped(bytes) : bytes;
    } catch (UnknownHostException e) {
      throw malformed(text, "it does not start with an IPv4 or IPv6 address");
    }
  }

  private static byte[] mapped(byte[] four) {
    byte[] sixteen = new byte[16];
    sixteen[10] = (byte) 0xFF;
    sixteen[11] = (byte) 0xFF;
    System.arraycopy(four, 0, sixteen, 12, 4);
    return sixteen;
  }

  private static IllegalArgumentException malformed(String text, String why) {
    return new IllegalArgumentException(
        "'" + text + "' is not a range of addresses such as 10.0.0.0/8 or fd00::/8: " + why);
  }

  boolean contains(InetAddress address) {
    return contains(address.getAddress());
  }

  private boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    int whole = prefix / 8;
    if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
      return false;
    }
    int rest = prefix % 8;
    return rest == 0 || (address[whole] ^ network[whole]) >> (8 - rest) == 0;
  }

  /** Whether an address is reachable from the whole internet, as its kind says. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = embedded(address.getAddress());
    return SPECIAL.stream().noneMatch(range -> range.contains(bytes));
  }

  /** Whether one of these ranges holds an address, or the IPv4 address that lies within it. */
  static boolean anyContains(List<AddressRange> ranges, InetAddress address) {
    byte[] bytes = address.getAddress();
    byte[] inner = embedded(bytes);
    return ranges.stream().anyMatch(range -> range.contains(bytes) || range.contains(inner));
  }

  /** The IPv4 address that an IPv6 address leads to, or the address itself. */
  private static byte[] embedded(byte[] address) {
    if (SIX_TO_FOUR.contains(address)) {
      return Arrays.copyOfRange(address, 2, 6);
    }
    boolean last =
        MAPPED.contains(address)
            || TRANSLATED.contains(address)
            || NAT64.contains(address)
            || (COMPATIBLE.contains(address) && !isLow(address));
    return last ? Arrays.copyOfRange(address, 12, 16) : address;
  }

  /** {@code ::} and {@code ::1} lie among the compatible addresses, but are something else. */
  private static boolean isLow(byte[] address) {
    return address[12] == 0 && address[13] == 0 && address[14] == 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
