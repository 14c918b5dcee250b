/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOriginTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // No browser.
        "- | - | localhost:7474",
        "- | - | -",
        "same-origin | - | localhost:7474",
        "none | - | localhost:7474",
        // What the browser says counts more than a Host that a proxy may have changed.
        "same-origin | https://graph.example.org | localhost:7474",
        "- | http://localhost:7474 | localhost:7474",
        "- | HTTP://LocalHost:7474 | localhost:7474",
        "- | http://graph.example.org | graph.example.org:80",
        "- | http://graph.example.org:80 | graph.example.org",
        "- | https://graph.example.org | graph.example.org",
        "- | https://graph.example.org:443 | graph.example.org",
        "- | https://graph.example.org | graph.example.org:443",
        "- | http://[::1]:7474 | [::1]:7474",
        "- | http://[::1] | [::1]:80"
      })
  void own(String fetchSite, String origin, String host) {
    assertThat(RequestOrigin.isForeign(fetchSite, origin, host)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      emptyValue = "",
      value = {
        "cross-site | - | localhost:7474",
        "same-site | - | localhost:7474",
        "cross-site | http://localhost:7474 | localhost:7474",
        "'' | - | localhost:7474",
        "same-origin,cross-site | - | localhost:7474",
        "- | null | localhost:7474",
        "- | '' | localhost:7474",
        "- | http://localhost:7474 | -",
        "- | http://localhost:7475 | localhost:7474",
        "- | http://localhost | localhost:7474",
        "- | https://graph.example.org | graph.example.org:80",
        "- | http://evil.example.org | graph.example.org",
        "- | http://graph.example.org.evil.org | graph.example.org",
        "- | http://graph.example.org@evil.org | evil.org",
        "- | http://[::2]:7474 | [::1]:7474",
        "- | http://a:7474 http://b | a:7474",
        "- | ftp://graph.example.org | graph.example.org",
        "- | moz-extension://graph.example.org | graph.example.org",
        "- | graph.example.org | graph.example.org"
      })
  void foreign(String fetchSite, String origin, String host) {
    assertThat(RequestOrigin.isForeign(fetchSite, origin, host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"image/png", "application/octet-stream", "APPLICATION/JSON; charset=utf-8"})
  void askedForFirst(String contentType) {
    assertThat(RequestOrigin.isAskedForFirst(contentType)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "Text/Plain; charset=utf-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "none",
        "image/png, text/plain",
        "text/plain;a=application/json"
      })
  void sentWithoutAsking(String contentType) {
    assertThat(RequestOrigin.isAskedForFirst(contentType)).isFalse();
  }
}
