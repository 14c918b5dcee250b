/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.values.storable.Values;
import org.pandagraph.blob.Blob;
import org.pandagraph.blob.BlobDigest;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.costore.BlobReference;
import org.pandagraph.costore.predicate.NotPushable;
import org.pandagraph.plugin.plan.PropertyValues;

class MetadataPropertiesTest {
  private static final Blob SVG =
      new Blob(BlobDigest.ofContent("<svg/>".getBytes(StandardCharsets.UTF_8)), 6, "image/svg+xml");

  @ParameterizedTest
  @ValueSource(strings = {"length:6", "mime:image/svg+xml", "mime1:image", "mime2:svg+xml"})
  void ofABlob(String expected) {
    String name = expected.substring(0, expected.indexOf(':'));
    assertThat(MetadataProperties.of(SVG, name).map(value -> name + ":" + value))
        .contains(expected);
  }

  @Test
  void othersAreNone() {
    assertThat(MetadataProperties.of(SVG, "width")).isEmpty();
    assertThat(MetadataProperties.has("Mime")).isFalse();
  }

  /** Filters on them give the same rows with a co-store and without. */
  @Test
  void aCoStoreHasTheSameOnes() throws NotPushable {
    assertThat(Arrays.stream(BlobMetadata.values()).map(BlobMetadata::text))
        .containsExactlyInAnyOrderElementsOf(MetadataProperties.names());
    BlobReference held = (BlobReference) PropertyValues.held(Values.utf8Value(SVG.toReference()));
    assertThat(
            Arrays.stream(BlobMetadata.values())
                .collect(Collectors.toMap(BlobMetadata::text, metadata -> metadata.of(held))))
        .isEqualTo(
            MetadataProperties.names().stream()
                .collect(
                    Collectors.toMap(
                        name -> name, name -> MetadataProperties.of(SVG, name).orElseThrow())));
  }
}
