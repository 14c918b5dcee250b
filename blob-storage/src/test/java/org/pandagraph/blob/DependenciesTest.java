/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Who may depend on whom in this module. */
class DependenciesTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.pandagraph.blob");

  @Test
  void theSpiKnowsNoImplementation() {
    classes()
        .that()
        .resideInAPackage("org.pandagraph.blob")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.pandagraph.blob", "java..")
        .check(MODULE);
  }

  @Test
  void theModuleKnowsItsLibrariesOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.pandagraph.blob..",
            "java..",
            "javax.net..",
            "org.apache.tika..",
            "okhttp3..",
            "kotlin..",
            "org.apache.hadoop..",
            "org.apache.commons.net..",
            "com.jcraft.jsch..")
        .check(MODULE);
  }

  @Test
  void onePackageTouchesTika() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.pandagraph.blob.type")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.tika..")
        .check(MODULE);
  }

  @Test
  void onePackageTouchesHBase() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.pandagraph.blob.hbase.table")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hadoop..", "org.pandagraph.blob.hbase.table")
        .check(MODULE);
  }

  @Test
  void sourcesAndStoresDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("org.pandagraph.blob.source")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.pandagraph.blob.file", "org.pandagraph.blob.hbase..", "org.pandagraph.blob.type")
        .check(MODULE);
    noClasses()
        .that()
        .resideInAnyPackage("org.pandagraph.blob.file", "org.pandagraph.blob.hbase..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.pandagraph.blob.source")
        .check(MODULE);
  }

  @Test
  void oneClassMakesSockets() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.source\\.Fetch(\\$.*)?")
        .should()
        .callConstructorWhere(target(owner(assignableTo(Socket.class))))
        .check(MODULE);
  }
}
