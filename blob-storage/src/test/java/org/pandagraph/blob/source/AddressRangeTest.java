/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1.2.3",
        "10.255.255.255",
        "100.64.0.0",
        "127.255.0.1",
        "169.254.0.1",
        "172.20.0.1",
        "192.0.0.255",
        "192.168.0.0",
        "198.19.0.1",
        "239.1.1.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:10.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::8.8.8.8",
        "2001:0:1::1",
        "2002:a00:1::1",
        "2002:c0a8:101::",
        "fc00::",
        "fdff:ffff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff0e::1"
      })
  void isNotPublic(String text) throws UnknownHostException {
    assertThat(AddressRange.isPublic(address(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1"
      })
  void isPublic(String text) throws UnknownHostException {
    assertThat(AddressRange.isPublic(address(text))).isTrue();
  }

  @Test
  void containsByPrefix() throws UnknownHostException {
    List<AddressRange> ranges =
        List.of(AddressRange.parse("10.1.128.0/17"), AddressRange.parse(" ::1 "));
    assertThat(AddressRange.anyContains(ranges, address("10.1.128.0"))).isTrue();
    assertThat(AddressRange.anyContains(ranges, address("10.1.255.255"))).isTrue();
    assertThat(AddressRange.anyContains(ranges, address("10.1.127.255"))).isFalse();
    assertThat(AddressRange.anyContains(ranges, address("10.2.128.0"))).isFalse();
    assertThat(AddressRange.anyContains(ranges, address("::1"))).isTrue();
    assertThat(AddressRange.anyContains(ranges, address("::2"))).isFalse();
    assertThat(AddressRange.anyContains(ranges, address("64:ff9b::10.1.200.1"))).isTrue();
    assertThat(
            AddressRange.anyContains(List.of(AddressRange.parse("0.0.0.0/0")), address("8.8.8.8")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/x",
        "10.0.0.1/8",
        "10.0.0",
        "1.2",
        "300.1.1.1",
        "::1/129",
        ":::",
        "fd00::1/8",
        "a",
        "10.0.0.0/8/9"
      })
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("10.0.0.0/8");
  }
}
