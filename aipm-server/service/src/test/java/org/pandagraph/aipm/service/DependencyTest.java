/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyTest {
  private static final String SERVICE = "org.pandagraph.aipm.service";

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.pandagraph.aipm");

  @Test
  void theSdkKnowsTheWireModelAlone() {
    noClasses()
        .that()
        .resideInAPackage("org.pandagraph.aipm.sdk")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "org.pandagraph.aipm.sdk", "org.pandagraph.aipm.wire")
        .check(ours);
  }

  @Test
  void modelsKnowTheSdkAndNothingOfTheService() {
    noClasses()
        .that()
        .resideInAPackage(SERVICE + ".model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            SERVICE,
            SERVICE + ".blob",
            SERVICE + ".call",
            SERVICE + ".http",
            SERVICE + ".similarity",
            "io.javalin..")
        .check(ours);
  }

  @Test
  void theServiceKnowsNoModelAndNoClient() {
    noClasses()
        .that()
        .resideInAnyPackage(SERVICE + "..")
        .and()
        .resideOutsideOfPackage(SERVICE + ".model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            SERVICE + ".model", "org.pandagraph.aipm.client..", "org.pandagraph.aipm.worker..")
        .check(ours);
  }

  @Test
  void onlyTheProtocolKnowsTheWebServer() {
    noClasses()
        .that()
        .resideInAnyPackage(SERVICE + ".blob", SERVICE + ".call", SERVICE + ".similarity")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..")
        .check(ours);
  }
}
