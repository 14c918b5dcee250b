/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig.Builder;

class HBaseBlobStoreConfigTest {
  @Test
  void hasTheseDefaults() {
    HBaseBlobStoreConfig config = HBaseBlobStoreConfig.builder("zk1:2181, zk2").build();

    assertThat(config.quorum()).isEqualTo("zk1:2181,zk2");
    assertThat(config.znodeParent()).isEqualTo("/hbase");
    assertThat(config.namespace()).isEqualTo("panda");
    assertThat(config.inlineLimit()).isEqualTo(1 << 20);
    assertThat(config.chunkSize()).isEqualTo(1 << 20);
    assertThat(config.durability()).isEqualTo(HBaseBlobStoreConfig.Durability.FSYNC_WAL);
    assertThat(config.compression()).isEqualTo(HBaseBlobStoreConfig.Compression.NONE);
    assertThat(config.regions()).isEqualTo(16);
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.operationTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.rpcTimeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(config.retries()).isEqualTo(10);
    assertThat(config.writeWindow()).isEqualTo(8 << 20);
    assertThat(config.readWindow()).isEqualTo(4 << 20);
    assertThat(config.maxRequests()).isEqualTo(64);
    assertThat(config.properties()).isEmpty();
  }

  @Test
  void isNotChangedByItsBuilder() {
    Builder builder = HBaseBlobStoreConfig.builder("zk").properties(Path.of("site.xml"));
    HBaseBlobStoreConfig config = builder.build();

    builder.namespace("other").properties(null);

    assertThat(config.namespace()).isEqualTo("panda");
    assertThat(config.properties()).contains(Path.of("site.xml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "zk:0", "zk:65536", "zk:x", "zk,", "a b:1", "zk:1:2", "http://zk"})
  void refusesAQuorumThatIsNone(String quorum) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HBaseBlobStoreConfig.builder(quorum))
        .withMessageContaining("expected host:port");
  }

  @Test
  void refusesWhatIsOutsideItsRange() {
    refused(b -> b.znodeParent("hbase"), "/hbase");
    refused(b -> b.namespace("no:colon"), "letters");
    refused(b -> b.inlineLimit(-1), "from 0 to 8388608");
    refused(b -> b.chunkSize(1000), "from 65536 to 8388608");
    refused(b -> b.chunkSize(100_000), "multiple of 65536");
    refused(b -> b.regions(0), "from 1 to 4096");
    refused(b -> b.retries(101), "from 0 to 100");
    refused(b -> b.writeWindow(1), "from 65536");
    refused(b -> b.readWindow(1), "from 65536");
    refused(b -> b.maxRequests(0), "from 1 to 4096");
    refused(b -> b.connectTimeout(Duration.ZERO), "100 ms");
    refused(b -> b.operationTimeout(Duration.ofHours(1)), "10 min");
    refused(b -> b.rpcTimeout(Duration.ofMillis(-1)), "100 ms");
  }

  private static void refused(Consumer<Builder> change, String allowed) {
    Builder builder = HBaseBlobStoreConfig.builder("zk");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.accept(builder))
        .withMessageContaining(allowed);
  }
}
