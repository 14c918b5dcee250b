/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.semantic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Dependencies point one way: function to semantic to blob to error; settings know nothing. */
class PackageDependencyTest {
  private static final String PLUGIN = "org.pandagraph.plugin.";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.pandagraph.plugin");

  @Test
  void settingsStandAlone() {
    forbid("config", PLUGIN + "blob..", PLUGIN + "semantic..", PLUGIN + "function..");
  }

  @Test
  void blobValuesKnowNoModelsAndNoQueries() {
    forbid(
        "blob",
        PLUGIN + "config..",
        PLUGIN + "semantic..",
        PLUGIN + "function..",
        PLUGIN + "hook..",
        "org.neo4j.kernel..");
  }

  @Test
  void semanticsKnowNoFunctionsAndNoQueries() {
    forbid(
        "semantic",
        PLUGIN + "config..",
        PLUGIN + "function..",
        PLUGIN + "hook..",
        "org.neo4j.kernel..",
        "org.neo4j.graphdb..");
  }

  @Test
  void theLifeOfBlobsKnowsNoHooksNoFunctionsAndNoKindOfStore() {
    forbid(
        "lifecycle",
        PLUGIN + "semantic..",
        PLUGIN + "function..",
        PLUGIN + "hook..",
        PLUGIN + "store..",
        "org.pandagraph.blob.file..",
        "org.pandagraph.blob.hbase..");
  }

  @Test
  void storesKnowNoQueries() {
    forbid(
        "store",
        PLUGIN + "semantic..",
        PLUGIN + "function..",
        PLUGIN + "hook..",
        "org.neo4j.kernel..");
  }

  @Test
  void functionsKnowNoHooksAndNoKindOfStore() {
    forbid("function", PLUGIN + "hook..", PLUGIN + "store..");
  }

  private void forbid(String from, String... to) {
    noClasses()
        .that()
        .resideInAPackage(PLUGIN + from + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to)
        .check(classes);
  }
}
