/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.client.AipmClientConfig;
import org.pandagraph.aipm.client.AipmErrorCode;
import org.pandagraph.aipm.client.AipmException;
import org.pandagraph.aipm.client.Content;
import org.pandagraph.aipm.client.HttpAipmClient;
import org.pandagraph.aipm.client.Outcome;
import org.pandagraph.aipm.service.model.PictureSize;
import org.pandagraph.aipm.wire.Catalogue;
import org.pandagraph.aipm.wire.ModelDescriptor;
import org.pandagraph.aipm.wire.ValueDomain;

/** The client against the service, over HTTP. */
class ServiceEndToEndTest {
  @TempDir static Path directory;
  private static AipmService service;
  private static HttpAipmClient client;

  @BeforeAll
  static void start() throws Exception {
    service =
        AipmService.start(
            ServiceConfig.defaults(directory.resolve("cache"), "secret"),
            List.of(new PictureSize()));
    client = HttpAipmClient.create(config("secret"));
  }

  private static AipmClientConfig config(String token) {
    return AipmClientConfig.builder()
        .url(URI.create("http://127.0.0.1:" + service.port()))
        .token(token)
        .build();
  }

  @AfterAll
  static void stop() {
    client.close();
    service.close();
  }

  @Test
  void tellsTheSizeOfPictures() {
    ModelDescriptor width =
        client.catalogue().extractor("width", ValueDomain.of("image/png")).orElseThrow();
    Content picture =
        new BytesContent(Pictures.encoded(Pictures.random(1, 80, 60), "png"), "image/png");
    Content bomb = new BytesContent(Pictures.pngBomb(60_000, 60_000), "image/png");
    Content text = new BytesContent("no picture".getBytes(StandardCharsets.UTF_8), "image/png");
    Content empty = new BytesContent(new byte[0], "image/png");
    List<Outcome<Object>> outcomes =
        client.extract(width, List.of(picture, bomb, text, picture, empty));
    assertThat(outcomes.get(0).get()).isEqualTo(80);
    assertThat(outcomes.get(1).get()).isEqualTo(60_000);
    assertThat(outcomes.get(3).get()).isEqualTo(80);
    assertThatThrownBy(outcomes.get(2)::get)
        .isInstanceOf(AipmException.class)
        .hasMessageContaining("no picture")
        .extracting(e -> ((AipmException) e).code())
        .isEqualTo(AipmErrorCode.UNREADABLE_CONTENT);
    assertThatThrownBy(outcomes.get(4)::get).hasMessageContaining("empty");
  }

  @Test
  void comparesTextsAsTheClientWouldItself() {
    ValueDomain string = ValueDomain.of("string");
    ModelDescriptor jaro = client.catalogue().comparator(null, string, string).orElseThrow();
    assertThat(client.compare(jaro, List.of("abc"), List.of("abcd")).get(0).get())
        .isBetween(0.9416, 0.9417);
  }

  @Test
  void measuresWhatModelsCost() {
    Content picture =
        new BytesContent(Pictures.encoded(Pictures.random(2, 80, 60), "png"), "image/png");
    ModelDescriptor height =
        client.catalogue().extractor("height", ValueDomain.of("image/png")).orElseThrow();
    client.extract(height, List.of(picture));
    try (HttpAipmClient fresh = HttpAipmClient.create(config("secret"))) {
      Catalogue now = fresh.catalogue();
      assertThat(now.extractor("height", ValueDomain.of("image/png")).orElseThrow().costMillis())
          .isPositive()
          .isNotEqualTo(0.5);
    }
  }

  @Test
  void refusesAnotherToken() {
    try (HttpAipmClient wrong = HttpAipmClient.create(config("guess"))) {
      assertThatThrownBy(wrong::catalogue)
          .isInstanceOf(AipmException.class)
          .hasMessageContaining("panda.aipm.token_file");
    }
    try (HttpAipmClient none = HttpAipmClient.create(config(null))) {
      assertThatThrownBy(none::catalogue).hasMessageContaining("refused the token");
    }
  }

  @Test
  void unknownModelsSayWhatThereIs() {
    ModelDescriptor typo =
        ModelDescriptor.extractor("widht", "1", ValueDomain.of("image/*")).build();
    Content picture =
        new BytesContent(Pictures.encoded(Pictures.random(3, 8, 6), "png"), "image/png");
    assertThatThrownBy(() -> client.extract(typo, List.of(picture)))
        .isInstanceOf(AipmException.class)
        .hasMessageContaining("did you mean `width`?");
    ModelDescriptor old =
        ModelDescriptor.extractor("width", "0.9", ValueDomain.of("image/*")).build();
    assertThatThrownBy(() -> client.extract(old, List.of(picture)))
        .hasMessageContaining("run the query again");
  }
}
