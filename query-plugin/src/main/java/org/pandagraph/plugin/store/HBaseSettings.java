/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.store;

import java.nio.charset.StandardCharsets;
import org.neo4j.graphdb.config.Configuration;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig;
import org.pandagraph.plugin.config.PandaSettings;

/** What neo4j.conf says of HBase, for one database. */
final class HBaseSettings {
  private HBaseSettings() {}

  /**
   * @throws IllegalArgumentException where a setting is not allowed, saying what is
   */
  static HBaseBlobStoreConfig of(Configuration config, String databaseName) {
    int chunk = Math.toIntExact(config.get(PandaSettings.blob_hbase_chunk_size));
    return HBaseBlobStoreConfig.builder(config.get(PandaSettings.blob_hbase_quorum))
        .znodeParent(config.get(PandaSettings.blob_hbase_znode_parent))
        .namespace(namespace(config.get(PandaSettings.blob_hbase_namespace), databaseName))
        .durability(config.get(PandaSettings.blob_hbase_durability))
        .compression(config.get(PandaSettings.blob_hbase_compression))
        .regions(config.get(PandaSettings.blob_hbase_regions))
        .inlineLimit(chunk)
        .chunkSize(chunk)
        .connectTimeout(config.get(PandaSettings.blob_hbase_connect_timeout))
        .operationTimeout(config.get(PandaSettings.blob_hbase_operation_timeout))
        .rpcTimeout(config.get(PandaSettings.blob_hbase_rpc_timeout))
        .retries(config.get(PandaSettings.blob_hbase_retries))
        .writeWindow(Math.toIntExact(config.get(PandaSettings.blob_hbase_write_window)))
        .readWindow(Math.toIntExact(config.get(PandaSettings.blob_hbase_read_window)))
        .maxRequests(config.get(PandaSettings.blob_hbase_max_requests))
        .properties(PandaSettings.file(config, PandaSettings.blob_hbase_site_file).orElse(null))
        .build();
  }

  /**
   * The namespace of a database: another one for each prefix and name, see the package's
   * specification.
   *
   * @param prefix letters and digits, so that the first _ ends it
   */
  static String namespace(String prefix, String databaseName) {
    StringBuilder namespace = new StringBuilder(prefix).append('_');
    for (byte b : databaseName.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
      if (plain) {
        namespace.append((char) b);
      } else {
        namespace
            .append('_')
            .append(Character.forDigit(b >> 4 & 15, 16))
            .append(Character.forDigit(b & 15, 16));
      }
    }
    return namespace.toString();
  }
}
