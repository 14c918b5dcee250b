/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void theToolsKnowStoresAndSettingsOfThePluginAlone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.pandagraph.tools.blobs..",
            "org.pandagraph.blob..",
            "org.pandagraph.plugin.config..",
            "org.pandagraph.plugin.store..",
            "org.pandagraph.plugin.blob..",
            "org.pandagraph.distribution..",
            "org.neo4j.configuration..",
            "org.neo4j.graphdb.config..",
            "org.neo4j.driver..",
            "me.tongfei.progressbar..",
            "picocli..",
            "java..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.pandagraph.tools.blobs"));
  }
}
