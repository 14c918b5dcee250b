/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.pandagraph.cypherplus");

  @Test
  void dependsOnAntlrAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.antlr.v4.runtime..", "org.pandagraph.cypherplus..")
        .check(classes);
  }

  @Test
  void theGeneratedParserKnowsNothingOfUs() {
    noClasses()
        .that()
        .resideInAPackage("org.pandagraph.cypherplus.parser")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.pandagraph.cypherplus")
        .check(classes);
  }
}
