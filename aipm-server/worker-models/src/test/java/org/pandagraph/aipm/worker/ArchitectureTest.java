/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses code =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.pandagraph.aipm.worker");

  @Test
  void dependsOnTheSdkAndLibrariesOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.imageio..",
            "org.slf4j..",
            "com.fasterxml.jackson..",
            "com.drew..",
            "org.apache.pdfbox..",
            "org.pandagraph.aipm.sdk..",
            "org.pandagraph.aipm.wire..",
            "org.pandagraph.aipm.worker..")
        .check(code);
  }

  @Test
  void supervisorKnowsNoModel() {
    noClasses()
        .that()
        .resideInAPackage("org.pandagraph.aipm.worker")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.pandagraph.aipm.worker.*..")
        .check(code);
  }

  @Test
  void modelsKnowNothingOfEachOther() {
    noClasses()
        .that()
        .resideInAPackage("..face..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..plate..")
        .allowEmptyShould(true)
        .check(code);
    noClasses()
        .that()
        .resideInAPackage("..plate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..face..")
        .allowEmptyShould(true)
        .check(code);
  }
}
