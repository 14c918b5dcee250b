/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.elasticsearch.client.Request;
import org.pandagraph.costore.CoStoreErrorCode;
import org.pandagraph.costore.CoStoreException;
import org.pandagraph.costore.EntityKind;

/** Finds, makes, swaps and drops the indexes of a database. Thread-safe. */
final class Indexes {
  private static final String BUILDING = "-building";
  private static final List<String> PARTS = List.of("nodes", "relationships", "checkpoint");

  private final Requests requests;
  private final ElasticsearchConfig config;
  private final String prefix;
  private final Cluster cluster;
  private volatile Generation live;

  /** The one that answered last, also where it is not known whether it does still. */
  private Generation latest;

  /** How often one took the place of another; what was looked up before tells nothing then. */
  private int swaps;

  Indexes(Requests requests, ElasticsearchConfig config) {
    this.requests = requests;
    this.config = config;
    this.prefix = config.indexNames() + "-";
    this.cluster = new Cluster(requests);
  }

  Cluster cluster() {
    return cluster;
  }

  /** For people: which indexes are this database's. */
  String names() {
    return prefix + "*";
  }

  /** The alias that entities are written to. */
  String writeAlias(EntityKind kind) {
    return prefix + part(kind);
  }

  String buildingAlias(EntityKind kind) {
    return prefix + part(kind) + BUILDING;
  }

  String checkpointAlias() {
    return prefix + "checkpoint";
  }

  String checkpointBuildingAlias() {
    return prefix + "checkpoint" + BUILDING;
  }

  private static String part(EntityKind kind) {
    return kind == EntityKind.NODE ? "nodes" : "relationships";
  }

  /**
   * The one that answers.
   *
   * @throws CoStoreException with INDEX_GONE where there is none
   */
  Generation live() {
    Generation present = live;
    return present != null
        ? present
        : find()
            .orElseThrow(
                () ->
                    new CoStoreException(
                        CoStoreErrorCode.INDEX_GONE,
                        "there are no indexes " + prefix + "*: rebuild the co-store"));
  }

  /** Looks for it in the cluster, whatever was known. */
  Optional<Generation> find() {
    while (true) {
      int before = swaps();
      cluster.check();
      List<String> names = lookUp();
      synchronized (this) {
        if (swaps == before) {
          return found(names);
        }
      }
    }
  }

  private synchronized int swaps() {
    return swaps;
  }

  /** The names of all parts; fewer where one is missing. */
  private List<String> lookUp() {
    List<String> names = new ArrayList<>();
    for (String part : PARTS) {
      JsonNode found = aliased(prefix + part);
      if (found.size() == 1) {
        names.add(found.fieldNames().next());
      }
    }
    return names;
  }

  private Optional<Generation> found(List<String> names) {
    if (names.size() < PARTS.size()) {
      live = null;
      return Optional.empty();
    }
    boolean same = latest != null && latest.all().equals(String.join(",", names));
    Generation found = same ? latest : new Generation(names.get(0), names.get(1), names.get(2));
    take(found);
    return Optional.of(found);
  }

  private synchronized void take(Generation next) {
    if (latest != null && latest != next) {
      latest.replace();
    }
    latest = next;
    live = next;
  }

  /** Forgets what was known of the indexes: they are gone, or may be. */
  void forget() {
    live = null;
  }

  private JsonNode aliased(String alias) {
    try {
      return requests.read(Requests.request("GET", "/_alias/" + alias));
    } catch (CoStoreException e) {
      if (e.code() == CoStoreErrorCode.INDEX_GONE) {
        return Json.object();
      }
      throw e;
    }
  }

  /** Makes empty indexes under the aliases of a rebuild, and drops those of one given up. */
  Generation create() {
    cluster.adopt();
    for (String part : PARTS) {
      dropAll(aliased(prefix + part + BUILDING));
    }
    dropUnused();
    String token =
        Long.toString(System.currentTimeMillis(), 36)
            + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36, 36 * 36 * 36), 36);
    List<String> names = new ArrayList<>();
    for (String part : PARTS) {
      String name = prefix + part + "-" + token.toLowerCase(Locale.ROOT);
      create(name, prefix + part + BUILDING, part.equals("checkpoint"));
      names.add(name);
    }
    return new Generation(names.get(0), names.get(1), names.get(2));
  }

  /** Those that no alias leads to, left where a swap could not drop them, or was not there to. */
  private void dropUnused() {
    requests
        .read(Requests.request("GET", "/" + names() + "/_alias"))
        .fields()
        .forEachRemaining(
            index -> {
              if (index.getValue().path("aliases").isEmpty()) {
                dropIfPossible(index.getKey());
              }
            });
  }

  private void create(String name, String alias, boolean forCheckpoint) {
    ObjectNode index = Json.object();
    index.set(
        "settings", Json.object().set("index", settings(forCheckpoint ? 1 : config.shards())));
    index.set("mappings", mappings(forCheckpoint));
    index.set("aliases", Json.object().set(alias, Json.object().put("is_write_index", true)));
    try {
      requests.write(Requests.request("PUT", "/" + name, index));
    } catch (CoStoreException e) {
      // Where the first try had made it, and its answer was lost.
      if (!e.getMessage().contains("resource_already_exists_exception")) {
        throw e;
      }
    }
  }

  /** Settings of an index while it is filled. */
  static ObjectNode settings(int shards) {
    return Json.object()
        .put("number_of_shards", shards)
        // Copied once it is full.
        .put("number_of_replicas", 0)
        .put("refresh_interval", "-1")
        // A late, older state must find that the entity was deleted by a newer one.
        .put("gc_deletes", "1h")
        // From here on what answers would not be exact; a template's values would count otherwise.
        .put("translog.durability", "request")
        .put("default_pipeline", "_none")
        .put("final_pipeline", "_none");
  }

  private ObjectNode mappings(boolean forCheckpoint) {
    ObjectNode mappings =
        (ObjectNode) Json.resource(forCheckpoint ? "checkpoint.json" : "entities.json");
    config.owner().ifPresent(owner -> mappings.set("_meta", Json.object().put("owner", owner)));
    return mappings;
  }

  /** Puts a full generation in place of the live one; whoever reads from that has to end. */
  void swap(Generation built) {
    ObjectNode replicas = Json.object().put("number_of_replicas", config.replicas());
    requests.write(
        Requests.request(
            "PUT", "/" + built.all() + "/_settings", Json.object().set("index", replicas)));
    Requests.requireWhole(
        requests.write(Requests.request("POST", "/" + built.all() + "/_refresh")));
    Optional<Generation> old = find();
    requests.write(
        Requests.request("POST", "/_aliases", Json.object().set("actions", swapping(built))));
    synchronized (this) {
      swaps++;
      take(built);
    }
    old.filter(generation -> !generation.all().equals(built.all()))
        .ifPresent(generation -> dropIfPossible(generation.all()));
  }

  /** The new ones answer already; what is left of the old ones goes with the next rebuild. */
  private void dropIfPossible(String indexes) {
    try {
      drop(indexes);
    } catch (CoStoreException e) {
      // While a snapshot is taken of them, say.
    }
  }

  /** One request, so that all three move at once. */
  private ArrayNode swapping(Generation built) {
    List<ObjectNode> actions = new ArrayList<>();
    String[] names = built.all().split(",");
    for (int i = 0; i < PARTS.size(); i++) {
      String alias = prefix + PARTS.get(i);
      String name = names[i];
      aliased(alias)
          .fieldNames()
          .forEachRemaining(
              before -> {
                if (!before.equals(name)) {
                  actions.add(remove(before, alias));
                }
              });
      ObjectNode add = Json.object().put("index", name).put("alias", alias);
      actions.add(Json.object().set("add", add.put("is_write_index", true)));
      actions.add(remove(name, alias + BUILDING));
    }
    return Json.array(actions);
  }

  private static ObjectNode remove(String index, String alias) {
    return Json.object()
        .set(
            "remove",
            Json.object().put("index", index).put("alias", alias).put("must_exist", false));
  }

  private void dropAll(JsonNode byName) {
    byName.fieldNames().forEachRemaining(this::drop);
  }

  void drop(String indexes) {
    Request request = Requests.request("DELETE", "/" + indexes);
    request.addParameter("ignore_unavailable", "true");
    requests.write(request);
  }
}
