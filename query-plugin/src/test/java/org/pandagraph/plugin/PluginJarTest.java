/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar as it goes into the plugins folder; runs after packaging. */
class PluginJarTest {
  private static JarFile jar;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(System.getProperty("plugin.jar"));
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  private static List<String> entries() {
    return jar.stream().filter(e -> !e.isDirectory()).map(JarEntry::getName).toList();
  }

  @Test
  void noClassOutsideThePluginsOwnPackages() {
    assertThat(entries())
        .filteredOn(name -> name.endsWith(".class"))
        .allMatch(
            name ->
                name.startsWith("org/pandagraph/")
                    || name.matches("META-INF/versions/\\d+/org/pandagraph/.*"));
  }

  @Test
  void nothingOfNeo4jsAndNothingOfTheServices() {
    assertThat(entries())
        .filteredOn(name -> !name.startsWith("hbase-client/"))
        .noneMatch(name -> name.contains("neo4j") && name.endsWith(".class"))
        .noneMatch(name -> name.contains("fasterxml") || name.contains("scala/"))
        .noneMatch(name -> name.startsWith("org/pandagraph/aipm/service"))
        .noneMatch(name -> name.endsWith("module-info.class"));
  }

  @Test
  void servicesAndResourcesAreWhereTheCodeLooksForThem() throws IOException {
    assertThat(text("META-INF/services/org.neo4j.kernel.extension.ExtensionFactory"))
        .contains("PandaGlobalExtensionFactory")
        .contains("PandaDatabaseExtensionFactory");
    assertThat(text("META-INF/services/org.neo4j.configuration.SettingsDeclaration"))
        .contains("org.pandagraph.plugin.config.PandaSettings");
    assertThat(entries())
        .contains("org/pandagraph/shaded/tika/mime/tika-mimetypes.xml")
        .filteredOn(name -> name.startsWith("META-INF/services/"))
        .allMatch(
            name ->
                name.startsWith("META-INF/services/org.neo4j.")
                    || name.startsWith("META-INF/services/org.pandagraph."));
  }

  @Test
  void theClientOfHBaseIsOutOfSight() {
    assertThat(entries())
        .contains(
            "org/pandagraph/blob/hbase/HBaseBlobStore.class",
            "hbase-client/hbase-default.xml",
            "hbase-client/org/apache/hadoop/hbase/client/AsyncTable.classdata",
            "hbase-client/org/pandagraph/blob/hbase/table/TableBlobStore.classdata",
            "hbase-client/io/opentelemetry/api/GlobalOpenTelemetry.classdata",
            "hbase-client/org/apache/commons/logging/LogFactory.classdata")
        .noneMatch(name -> name.startsWith("org/pandagraph/blob/hbase/table/"))
        .noneMatch(name -> name.startsWith("hbase-client/") && name.endsWith(".class"));
  }

  @Test
  void theWebServerCanLookIntoTheGatewaysPackage() {
    assertThat(jar.getEntry("org/pandagraph/plugin/gateway/").isDirectory()).isTrue();
  }

  @Test
  void theManifestSaysWhatItIs() throws IOException {
    var manifest = jar.getManifest().getMainAttributes();
    assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
    assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
  }

  private static String text(String entry) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
