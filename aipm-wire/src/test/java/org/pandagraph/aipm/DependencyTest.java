/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyTest {
  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.pandagraph.aipm");

  @Test
  void dependsOnNothingButItsLibraries() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.pandagraph.aipm.wire",
            "org.pandagraph.aipm.similarity",
            "com.fasterxml.jackson..",
            "org.apache.commons.text..",
            "com.google.re2j")
        .check(ours);
  }

  @Test
  void theProtocolKnowsNothingOfTheSimilarities() {
    noClasses()
        .that()
        .resideInAPackage("org.pandagraph.aipm.wire")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.pandagraph.aipm.similarity")
        .check(ours);
  }
}
