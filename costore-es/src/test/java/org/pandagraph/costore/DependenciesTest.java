/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may depend on whom in this module. */
class DependenciesTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.pandagraph.costore");

  @Test
  void theSpiKnowsNoImplementation() {
    classes()
        .that()
        .resideInAPackage("org.pandagraph.costore")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.pandagraph.costore", "org.pandagraph.costore.predicate", "java..")
        .check(MODULE);
  }

  @Test
  void predicatesKnowNoStore() {
    classes()
        .that()
        .resideInAPackage("org.pandagraph.costore.predicate")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.pandagraph.costore", "org.pandagraph.costore.predicate", "java..")
        .check(MODULE);
  }

  @Test
  void valuesKnowNoStore() {
    classes()
        .that()
        .resideInAPackage("org.pandagraph.costore.value")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.pandagraph.costore",
            "org.pandagraph.costore.predicate",
            "org.pandagraph.costore.value",
            "java..")
        .check(MODULE);
  }

  @Test
  void theModuleKnowsItsLibrariesOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.pandagraph.costore..",
            "java..",
            "javax.net..",
            "org.elasticsearch.client..",
            "org.apache.http..",
            "com.fasterxml.jackson..")
        .check(MODULE);
  }
}
