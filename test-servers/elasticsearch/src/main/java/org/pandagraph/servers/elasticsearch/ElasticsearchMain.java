/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.servers.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginBundle;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One node of Elasticsearch in this JVM. Elasticsearch's own main class refuses to run as root,
 * which is who runs the tests in most containers; this one starts the node itself.
 *
 * <p>Arguments: folder of the distribution, folder of the configuration, then modules to load
 * separated by commas, then settings as {@code name=value}.
 */
public final class ElasticsearchMain {
  private static final String NAME = "panda";

  private ElasticsearchMain() {}

  /** Starts it, and prints {@code READY} once it takes requests. */
  public static void main(String[] args) throws Exception {
    LogConfigurator.configureESLogging();
    Settings.Builder settings =
        Settings.builder()
            .put("path.home", args[0])
            .put("cluster.name", NAME)
            .put("node.name", NAME)
            .put("network.host", "127.0.0.1")
            .put("discovery.type", "single-node")
            // The disk of a test machine may well be 90 % full.
            .put("cluster.routing.allocation.disk.threshold_enabled", false);
    for (int i = 3; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    Path configuration = Path.of(args[1]);
    Files.createDirectories(configuration);
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings.build(), Map.of(), configuration, () -> NAME);
    LogConfigurator.setNodeName(NAME);
    LogConfigurator.setClusterName(NAME);
    LogConfigurator.configure(environment, true);

    Node node =
        new Node(
            environment,
            PluginsLoader.createPluginsLoader(
                modules(environment, Set.of(args[2].split(","))), Set.of(), Map.of()));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
    node.start();
    System.out.println("READY");
    Thread.currentThread().join();
  }

  private static Set<PluginBundle> modules(Environment environment, Set<String> names)
      throws IOException {
    Set<PluginBundle> modules = new LinkedHashSet<>();
    for (PluginBundle module : PluginsLoader.loadModulesBundles(environment.modulesDir())) {
      if (names.contains(module.pluginDescriptor().getName())) {
        modules.add(module);
      }
    }
    return modules;
  }

  private static void close(Node node) {
    try {
      node.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
