/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.config;

import static org.neo4j.configuration.SettingImpl.newBuilder;
import static org.neo4j.configuration.SettingValueParsers.BOOL;
import static org.neo4j.configuration.SettingValueParsers.DURATION;
import static org.neo4j.configuration.SettingValueParsers.INT;
import static org.neo4j.configuration.SettingValueParsers.STRING;
import static org.neo4j.configuration.SettingValueParsers.URI;
import static org.neo4j.configuration.SettingValueParsers.listOf;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.neo4j.configuration.Description;
import org.neo4j.configuration.DocumentedDefaultValue;
import org.neo4j.configuration.SettingConstraints;
import org.neo4j.configuration.SettingsDeclaration;
import org.neo4j.graphdb.config.Setting;

/** The settings of the co-store: its keys in neo4j.conf, defaults, units and ranges. */
public final class CoStoreSettings implements SettingsDeclaration {
  @Description(
      "Where Elasticsearch listens: `http://` or `https://` URLs of servers of one cluster, separated"
          + " by commas. Empty: there is no co-store.")
  public static final Setting<List<URI>> costore_hosts =
      newBuilder("panda.costore.hosts", listOf(URI), List.of())
          .addConstraint(PandaConstraints.HTTP_URLS)
          .build();

  @Description("The databases that have a co-store. Empty: all but `system`.")
  public static final Setting<List<String>> costore_databases =
      newBuilder("panda.costore.databases", listOf(STRING), List.of()).build();

  @Description(
      "How the names of Elasticsearch's indexes begin: `panda` makes `panda-neo4j-...` of the database"
          + " neo4j. Graphs of several servers in one cluster do not touch each other's, whatever they"
          + " begin with.")
  public static final Setting<String> costore_index_prefix =
      newBuilder("panda.costore.index_prefix", STRING, "panda")
          .addConstraint(SettingConstraints.matches("[a-z][a-z0-9]{0,29}"))
          .build();

  @Description("The user at Elasticsearch. Not set: none, or an API key.")
  @DocumentedDefaultValue("not set")
  public static final Setting<String> costore_username =
      newBuilder("panda.costore.username", STRING, null).build();

  @Description("The file that holds the user's password, relative to Neo4j's home.")
  @DocumentedDefaultValue("not set")
  public static final Setting<Path> costore_password_file =
      newBuilder("panda.costore.password_file", PathBelowHome.PARSER, null).build();

  @Description(
      "The file that holds an API key of Elasticsearch, in the encoded form, relative to Neo4j's"
          + " home; instead of a user.")
  @DocumentedDefaultValue("not set")
  public static final Setting<Path> costore_api_key_file =
      newBuilder("panda.costore.api_key_file", PathBelowHome.PARSER, null).build();

  @Description(
      "The file with the certificates (PEM) that Elasticsearch's own is signed by, relative to"
          + " Neo4j's home. Not set: those that Java trusts.")
  @DocumentedDefaultValue("not set")
  public static final Setting<Path> costore_ca_file =
      newBuilder("panda.costore.ca_file", PathBelowHome.PARSER, null).build();

  @Description("How long connecting to Elasticsearch may take.")
  public static final Setting<Duration> costore_connect_timeout =
      timeout("panda.costore.connect_timeout", Duration.ofSeconds(3));

  @Description(
      "How long Elasticsearch may take for one request of a query; then Neo4j answers by itself.")
  public static final Setting<Duration> costore_request_timeout =
      timeout("panda.costore.request_timeout", Duration.ofSeconds(10));

  @Description("How long Elasticsearch may take for one batch of changes.")
  public static final Setting<Duration> costore_bulk_timeout =
      timeout("panda.costore.bulk_timeout", Duration.ofSeconds(60));

  @Description("How many shards an index has, where it is made.")
  public static final Setting<Integer> costore_shards =
      newBuilder("panda.costore.shards", INT, 1)
          .addConstraint(SettingConstraints.range(1, 128))
          .build();

  @Description("How many copies of each shard there are besides the first, where an index is made.")
  public static final Setting<Integer> costore_replicas =
      newBuilder("panda.costore.replicas", INT, 0)
          .addConstraint(SettingConstraints.range(0, 10))
          .build();

  @Description(
      "The least time between two moments at which changes become visible in Elasticsearch. Until"
          + " then queries look at the changed nodes and relationships themselves.")
  public static final Setting<Duration> costore_refresh_interval =
      newBuilder("panda.costore.refresh_interval", DURATION, Duration.ofMillis(500))
          .addConstraint(SettingConstraints.range(Duration.ofMillis(50), Duration.ofMinutes(1)))
          .build();

  @Description(
      "How many changed nodes and relationships, not visible in Elasticsearch yet, queries look at"
          + " themselves. While there are more, Neo4j answers without the co-store.")
  public static final Setting<Integer> costore_max_unseen =
      newBuilder("panda.costore.max_unseen", INT, 10_000)
          .addConstraint(SettingConstraints.range(100, 1_000_000))
          .build();

  @Description(
      "Whether filters are pushed down to the co-store; a transaction does without it where its"
          + " metadata say so (`panda.costore.pushdown`: `off`).")
  public static final Setting<Boolean> costore_pushdown =
      newBuilder("panda.costore.pushdown", BOOL, true).build();

  @Description(
      "Whether filters are pushed down even where Neo4j alone would be faster: for tests, whose graphs"
          + " are small.")
  public static final Setting<Boolean> costore_always_push =
      newBuilder("panda.costore.always_push", BOOL, false).build();

  @Description(
      "How up to date an answer is, where a transaction's metadata do not say otherwise"
          + " (`panda.consistency`): `strong`, as the graph is now; `bounded(MILLISECONDS)`, without"
          + " changes that are younger; `eventual`, as Elasticsearch is now.")
  public static final Setting<String> costore_consistency =
      newBuilder("panda.costore.consistency", STRING, "strong")
          .addConstraint(SettingConstraints.matches("strong|eventual|bounded\\(\\d{1,12}\\)"))
          .build();

  @Description(
      "How often graph and co-store are compared, and what differs is repaired, as"
          + " `CALL panda.costore.check({repair: true})` does. 0: never.")
  public static final Setting<Duration> costore_check_interval =
      newBuilder("panda.costore.check.interval", DURATION, Duration.ZERO)
          .addConstraint(SettingConstraints.range(Duration.ZERO, Duration.ofDays(365)))
          .build();

  private static Setting<Duration> timeout(String key, Duration defaultValue) {
    return newBuilder(key, DURATION, defaultValue)
        .addConstraint(SettingConstraints.range(Duration.ofMillis(100), Duration.ofMinutes(10)))
        .build();
  }
}
