/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyTest {
  @Test
  void theExampleUsesNothingOfOursButTheServer() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.pandagraph.examples.academic");
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.pandagraph.cypherplus..",
            "org.pandagraph.blob..",
            "org.pandagraph.aipm..",
            "org.pandagraph.plugin..")
        .check(classes);
  }
}
