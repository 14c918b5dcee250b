/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside the plugin, and that reflection stays in one class. */
class ModuleDirectionsTest {
  private static final JavaClasses PLUGIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.pandagraph.plugin");

  @Test
  void hooksKnowNothingOfFunctionsBlobsOrServices() {
    noClasses()
        .that()
        .resideInAPackage("org.pandagraph.plugin.hook..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.pandagraph.plugin.function..",
            "org.pandagraph.plugin.semantic..",
            "org.pandagraph.plugin.blob..",
            "org.pandagraph.blob..",
            "org.pandagraph.plugin.plan..",
            "org.pandagraph.plugin.runtime..",
            "org.pandagraph.costore..",
            "org.pandagraph.aipm..")
        .check(PLUGIN);
  }

  @Test
  void plansKnowNothingOfHowTheyAreRun() {
    noClasses()
        .that()
        .resideInAPackage("org.pandagraph.plugin.plan..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.pandagraph.plugin.runtime..", "org.pandagraph.plugin.hook..")
        .check(PLUGIN);
  }

  @Test
  void functionsKnowNothingOfHooks() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.pandagraph.plugin.function..",
            "org.pandagraph.plugin.semantic..",
            "org.pandagraph.plugin.blob..",
            "org.pandagraph.plugin.config..",
            "org.pandagraph.plugin.error..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.pandagraph.plugin.hook..")
        .check(PLUGIN);
  }

  @Test
  void theChangeFeedKnowsNeo4jAlone() {
    noClasses()
        .that()
        .resideInAPackage("org.pandagraph.plugin.feed..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.pandagraph..")
                .and(resideOutsideOfPackage("org.pandagraph.plugin.feed..")))
        .check(PLUGIN);
  }

  @Test
  void nothingKnowsTheAipmServer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.pandagraph.aipm.service..", "org.pandagraph.aipm.sdk..", "org.pandagraph.demo..")
        .check(PLUGIN);
  }

  @Test
  void privateFieldsAreTouchedInOneClass() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.pandagraph.plugin.hook.Neo4jInternals")
        .and()
        .resideOutsideOfPackage("org.pandagraph.plugin.config..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .check(PLUGIN);
  }
}
