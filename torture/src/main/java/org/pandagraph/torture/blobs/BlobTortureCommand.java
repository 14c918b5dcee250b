/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.torture.blobs;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.pandagraph.distribution.ExitCode;
import org.pandagraph.torture.Neo4jUnderTest;
import org.pandagraph.torture.SeededCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./panda torture blobs}. */
@Command(
    name = "blobs",
    description = "Kills Neo4j and the blob store under a write load, again and again.")
public final class BlobTortureCommand extends SeededCommand {
  enum Store {
    HBASE,
    FILE
  }

  @Option(names = "--rounds", defaultValue = "50")
  private int rounds;

  @Option(names = "--store", defaultValue = "HBASE")
  private Store store;

  /** Runs it and ends the program with one of {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new BlobTortureCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(args));
  }

  @Override
  protected boolean run(long chosen) throws IOException, InterruptedException {
    Findings findings;
    try (StoreUnderTest contents = open();
        Neo4jUnderTest neo4j =
            Neo4jUnderTest.start(parts(), work().resolve("neo4j"), settings(contents))) {
      findings = new BlobTorture(neo4j, contents, chosen, System.out::println).run(rounds);
    }
    findings.details().forEach(System.out::println);
    System.out.println(findings);
    return findings.isClean();
  }

  private StoreUnderTest open() {
    return store == Store.HBASE ? StoreUnderTest.hbase() : StoreUnderTest.files();
  }

  private static Map<String, String> settings(StoreUnderTest store) {
    Map<String, String> settings = new HashMap<>(store.settings());
    settings.put("panda.blob.collect.grace_time", "1s");
    return settings;
  }
}
