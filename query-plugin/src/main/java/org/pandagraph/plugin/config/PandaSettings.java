/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.config;

import static org.neo4j.configuration.SettingImpl.newBuilder;
import static org.neo4j.configuration.SettingValueParsers.BOOL;
import static org.neo4j.configuration.SettingValueParsers.BYTES;
import static org.neo4j.configuration.SettingValueParsers.DURATION;
import static org.neo4j.configuration.SettingValueParsers.INT;
import static org.neo4j.configuration.SettingValueParsers.PATH;
import static org.neo4j.configuration.SettingValueParsers.STRING;
import static org.neo4j.configuration.SettingValueParsers.URI;
import static org.neo4j.configuration.SettingValueParsers.listOf;
import static org.neo4j.configuration.SettingValueParsers.ofEnum;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.neo4j.configuration.Description;
import org.neo4j.configuration.DocumentedDefaultValue;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.SettingConstraints;
import org.neo4j.configuration.SettingsDeclaration;
import org.neo4j.graphdb.config.Configuration;
import org.neo4j.graphdb.config.Setting;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig.Compression;
import org.pandagraph.blob.hbase.HBaseBlobStoreConfig.Durability;

/** Every setting of the plugin: its key in neo4j.conf, default, unit and range. */
public final class PandaSettings implements SettingsDeclaration {
  /** What all keys start with. */
  public static final String PREFIX = "panda.";

  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;
  private static final long GIB = 1024 * MIB;
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(10);
  private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

  @Description(
      "Whether statements may use CypherPlus. When false, the plugin leaves Neo4j exactly as it is.")
  public static final Setting<Boolean> enabled = newBuilder("panda.enabled", BOOL, true).build();

  @Description("Where contents of blobs are kept: `file`, a folder of this machine, or `hbase`.")
  public static final Setting<StoreType> blob_store =
      newBuilder("panda.blob.store", ofEnum(StoreType.class), StoreType.file).immutable().build();

  @Description(
      "The folder where contents of blobs are kept, in a folder of its own for each database. A"
          + " relative path is below the data folder.")
  @DocumentedDefaultValue("panda/blobs")
  public static final Setting<Path> blob_store_directory =
      newBuilder("panda.blob.store.directory", PATH, Path.of("panda", "blobs"))
          .setDependency(GraphDatabaseSettings.data_directory)
          .immutable()
          .build();

  @Description(
      "Servers of HBase's ZooKeeper: `host:port`, separated by commas; a port left out is 2181.")
  public static final Setting<String> blob_hbase_quorum =
      newBuilder("panda.blob.hbase.quorum", STRING, "127.0.0.1:2181").build();

  @Description("The ZooKeeper node below which HBase registers.")
  public static final Setting<String> blob_hbase_znode_parent =
      newBuilder("panda.blob.hbase.znode_parent", STRING, "/hbase")
          .addConstraint(SettingConstraints.matches("(/[A-Za-z0-9._-]+)+"))
          .build();

  @Description(
      "How the HBase namespaces begin that hold the tables, one for each database: `panda` makes"
          + " `panda_neo4j` of the database neo4j.")
  public static final Setting<String> blob_hbase_namespace =
      newBuilder("panda.blob.hbase.namespace", STRING, "panda")
          .addConstraint(SettingConstraints.matches("[A-Za-z][A-Za-z0-9]{0,29}"))
          .build();

  @Description(
      "When HBase counts a content as written: `FSYNC_WAL`, when its log is on the disks, or"
          + " `SYNC_WAL`, when it is with the operating systems of all replicas, enough on an HDFS"
          + " whose machines do not lose power together.")
  public static final Setting<Durability> blob_hbase_durability =
      newBuilder("panda.blob.hbase.durability", ofEnum(Durability.class), Durability.FSYNC_WAL)
          .build();

  @Description(
      "How HBase compresses contents, where it makes the tables; its servers need the codec.")
  public static final Setting<Compression> blob_hbase_compression =
      newBuilder("panda.blob.hbase.compression", ofEnum(Compression.class), Compression.NONE)
          .build();

  @Description("How many regions the tables of contents are split into, where they are made.")
  public static final Setting<Integer> blob_hbase_regions =
      newBuilder("panda.blob.hbase.regions", INT, 16)
          .addConstraint(SettingConstraints.range(1, 4096))
          .build();

  @Description(
      "Up to which length, in bytes, a content is one cell in HBase; what is longer is kept in"
          + " chunks of as much.")
  public static final Setting<Long> blob_hbase_chunk_size =
      newBuilder("panda.blob.hbase.chunk_size", BYTES, MIB)
          .addConstraint(PandaConstraints.CHUNK_BYTES)
          .build();

  @Description("How long finding HBase may take.")
  public static final Setting<Duration> blob_hbase_connect_timeout =
      hbaseTimeout("panda.blob.hbase.connect_timeout", Duration.ofSeconds(10));

  @Description("How long one operation of HBase may take with all its retries.")
  public static final Setting<Duration> blob_hbase_operation_timeout =
      hbaseTimeout("panda.blob.hbase.operation_timeout", Duration.ofSeconds(60));

  @Description("How long a server of HBase may take to answer one request.")
  public static final Setting<Duration> blob_hbase_rpc_timeout =
      hbaseTimeout("panda.blob.hbase.rpc_timeout", Duration.ofSeconds(20));

  @Description(
      "How often a request to HBase is sent again after an error that may pass, within the operation"
          + " timeout.")
  public static final Setting<Integer> blob_hbase_retries =
      newBuilder("panda.blob.hbase.retries", INT, 10)
          .addConstraint(SettingConstraints.range(0, 100))
          .build();

  @Description(
      "How many bytes of one content may be under way to HBase at a time, at least one chunk.")
  public static final Setting<Long> blob_hbase_write_window =
      window("panda.blob.hbase.write_window", 8 * MIB);

  @Description(
      "How many bytes of one content are read from HBase ahead of whoever reads it, at least one"
          + " chunk.")
  public static final Setting<Long> blob_hbase_read_window =
      window("panda.blob.hbase.read_window", 4 * MIB);

  @Description("How many operations of a database may be under way to HBase; further ones wait.")
  public static final Setting<Integer> blob_hbase_max_requests =
      newBuilder("panda.blob.hbase.max_requests", INT, 64)
          .addConstraint(SettingConstraints.range(1, 4096))
          .build();

  @Description(
      "A file in the form of hbase-site.xml with further properties, such as those for Kerberos and"
          + " TLS, relative to Neo4j's home. What is set here wins over it. Not set: none.")
  @DocumentedDefaultValue("not set")
  public static final Setting<Path> blob_hbase_site_file =
      newBuilder("panda.blob.hbase.site_file", PathBelowHome.PARSER, null).build();

  @Description(
      "How long a content that no property refers to is kept. A backup of the graph that is no older"
          + " finds all its contents.")
  public static final Setting<Duration> blob_collect_grace_time =
      newBuilder("panda.blob.collect.grace_time", DURATION, Duration.ofDays(1))
          .addConstraint(SettingConstraints.range(Duration.ofSeconds(1), Duration.ofDays(3650)))
          .build();

  @Description(
      "How often contents that no property refers to are looked for. 0: only by `CALL"
          + " panda.blob.collect()`.")
  public static final Setting<Duration> blob_collect_interval =
      newBuilder("panda.blob.collect.interval", DURATION, Duration.ofHours(6))
          .addConstraint(SettingConstraints.range(Duration.ZERO, Duration.ofDays(365)))
          .build();

  @Description(
      "Absolute folders, separated by commas, that `file` literals may read from besides the import"
          + " folder.")
  public static final Setting<List<Path>> blob_file_additional_roots =
      newBuilder("panda.blob.file.additional_roots", listOf(PATH), List.of())
          .addConstraint(PandaConstraints.ABSOLUTE_PATHS)
          .build();

  @Description(
      "Hosts, separated by commas, that URL literals may name: a name, all of a domain"
          + " (`*.example.org`), or `*` for any host with a public address. Empty: no URL literals.")
  public static final Setting<List<String>> blob_url_allowed_hosts =
      newBuilder("panda.blob.url.allowed_hosts", listOf(STRING), List.of())
          .addConstraint(PandaConstraints.HOST_PATTERNS)
          .build();

  @Description(
      "Networks in CIDR notation, separated by commas, of loopback, link-local and private addresses"
          + " that allowed hosts may have all the same.")
  public static final Setting<List<String>> blob_url_allowed_addresses =
      newBuilder("panda.blob.url.allowed_addresses", listOf(STRING), List.of())
          .addConstraint(PandaConstraints.NETWORKS)
          .build();

  @Description("The longest content, in bytes, that is accepted as a blob.")
  public static final Setting<Long> blob_max_bytes =
      newBuilder("panda.blob.max_bytes", BYTES, GIB)
          .addConstraint(SettingConstraints.range(1L, 1024 * GIB))
          .build();

  @Description(
      "The longest content, in bytes, that a function takes from or gives to a query as one value,"
          + " such as `Blob.toBytes` does; ranges of longer contents can be read piece by piece.")
  public static final Setting<Long> blob_max_bytes_in_memory =
      newBuilder("panda.blob.max_bytes_in_memory", BYTES, 64 * MIB)
          .addConstraint(SettingConstraints.range(1L, GIB))
          .build();

  @Description("How long connecting to the host of a URL literal may take.")
  public static final Setting<Duration> blob_url_connect_timeout =
      timeout("panda.blob.url.connect_timeout", Duration.ofSeconds(5));

  @Description("How long the host of a URL literal may send nothing.")
  public static final Setting<Duration> blob_url_read_timeout =
      timeout("panda.blob.url.read_timeout", Duration.ofSeconds(10));

  @Description("How long fetching what a URL literal names may take altogether.")
  public static final Setting<Duration> blob_url_total_timeout =
      timeout("panda.blob.url.total_timeout", Duration.ofSeconds(60));

  @Description(
      "How many redirects a URL literal may go through. Each one is checked like the URL itself.")
  public static final Setting<Integer> blob_url_max_redirects =
      newBuilder("panda.blob.url.max_redirects", INT, 5)
          .addConstraint(SettingConstraints.range(0, 20))
          .build();

  @Description(
      "The OpenSSH known_hosts file that `sftp` hosts must be in, relative to Neo4j's home. Not set:"
          + " no `sftp` literals.")
  @DocumentedDefaultValue("not set")
  public static final Setting<Path> blob_sftp_known_hosts =
      newBuilder("panda.blob.sftp.known_hosts", PathBelowHome.PARSER, null).build();

  @Description(
      "The address of the blob gateway as clients see it, its path included, where that is not the"
          + " advertised HTTP(S) address with the mount point: behind a proxy, say.")
  @DocumentedDefaultValue("not set")
  public static final Setting<URI> blob_gateway_url =
      newBuilder("panda.blob.gateway.url", URI, null)
          .addConstraint(PandaConstraints.HTTP_URL)
          .build();

  @Description(
      "The file with the keys that links are signed with, made at the first link. A relative path is"
          + " below the data folder.")
  @DocumentedDefaultValue("panda/gateway.keys")
  public static final Setting<Path> blob_gateway_link_keys =
      newBuilder("panda.blob.gateway.link_keys", PATH, Path.of("panda", "gateway.keys"))
          .setDependency(GraphDatabaseSettings.data_directory)
          .immutable()
          .build();

  @Description("The longest time that a signed link may be good for.")
  public static final Setting<Duration> blob_gateway_max_link_age =
      newBuilder("panda.blob.gateway.max_link_age", DURATION, Duration.ofDays(7))
          .addConstraint(SettingConstraints.range(Duration.ofSeconds(1), Duration.ofDays(365)))
          .build();

  @Description(
      "How many contents the blob gateway may send and receive at a time; a request beyond is"
          + " answered with 503 at once. Fewer than Neo4j's web server has threads"
          + " (`dbms.threads.worker_count`) leaves some for other requests.")
  public static final Setting<Integer> blob_gateway_max_transfers =
      newBuilder("panda.blob.gateway.max_transfers", INT, 64)
          .addConstraint(SettingConstraints.range(1, 4096))
          .build();

  @Description("Where the AIPM service listens.")
  public static final Setting<URI> aipm_url =
      newBuilder("panda.aipm.url", URI, java.net.URI.create("http://127.0.0.1:7690"))
          .addConstraint(PandaConstraints.HTTP_URL)
          .build();

  @Description(
      "The file that holds the token the AIPM service asks for, relative to Neo4j's home. Not set: no"
          + " token is sent.")
  @DocumentedDefaultValue("not set")
  public static final Setting<Path> aipm_token_file =
      newBuilder("panda.aipm.token_file", PathBelowHome.PARSER, null).build();

  @Description("How long the AIPM service may take for one request.")
  public static final Setting<Duration> aipm_timeout =
      timeout("panda.aipm.timeout", Duration.ofSeconds(60));

  @Description(
      "How long the AIPM service's catalogue is taken for current before it is asked again.")
  public static final Setting<Duration> aipm_catalogue_ttl =
      newBuilder("panda.aipm.catalogue_ttl", DURATION, Duration.ofSeconds(30))
          .addConstraint(SettingConstraints.range(Duration.ZERO, Duration.ofDays(1)))
          .build();

  @Description(
      "How much memory, in bytes, extracted features and sub-properties are kept in. 0: none.")
  public static final Setting<Long> semantic_cache_max_bytes =
      newBuilder("panda.semantic.cache.max_bytes", BYTES, 64 * MIB)
          .addConstraint(SettingConstraints.range(0L, 1024 * GIB))
          .build();

  /** A file's absolute path, a relative one taken below Neo4j's home; empty where it is not set. */
  public static Optional<Path> file(Configuration config, Setting<Path> setting) {
    return Optional.ofNullable(config.get(setting))
        .map(path -> config.get(GraphDatabaseSettings.neo4j_home).resolve(path));
  }

  /** Where contents are kept. */
  public enum StoreType {
    file,
    hbase
  }

  private static Setting<Long> window(String key, long defaultValue) {
    return newBuilder(key, BYTES, defaultValue)
        .addConstraint(SettingConstraints.range(64 * KIB, 256 * MIB))
        .build();
  }

  private static Setting<Duration> hbaseTimeout(String key, Duration defaultValue) {
    return newBuilder(key, DURATION, defaultValue)
        .addConstraint(SettingConstraints.range(Duration.ofMillis(100), Duration.ofMinutes(10)))
        .build();
  }

  private static Setting<Duration> timeout(String key, Duration defaultValue) {
    return newBuilder(key, DURATION, defaultValue)
        .addConstraint(SettingConstraints.range(SHORTEST_TIMEOUT, LONGEST_TIMEOUT))
        .build();
  }
}
