/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.pandagraph.distribution.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./panda blobs check}. */
@Command(
    name = "check",
    description = {
      "Checks that the blob store holds every content that a property of the running Neo4j refers"
          + " to, whole and with the right digest, by CALL panda.blob.check()."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is there and whole",
      "1:a content is missing or damaged, or the store is down",
      "2:wrong usage",
      "3:no Neo4j runs in the home"
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private DatabaseOption database;

  @Option(
      names = "--quick",
      description = "Look only whether contents are there and have the right length.")
  private boolean quick;

  @Override
  public Integer call() throws Exception {
    return database.run(session -> check(session, quick));
  }

  /** Prints a line for each damage and one with figures. */
  static int check(Session session, boolean quick) {
    Result rows =
        session.run("CALL panda.blob.check({content: $content})", Map.of("content", !quick));
    int exitCode = ExitCode.FAILED;
    while (rows.hasNext()) {
      Record row = rows.next();
      String kind = row.get("kind").asString();
      Map<String, Object> figures = new TreeMap<>(row.get("figures").asMap(Map.of()));
      if (figures.isEmpty()) {
        System.out.println(
            kind
                + " sha256:"
                + row.get("digest").asString()
                + ", "
                + row.get("references").asLong()
                + " references: "
                + places(row.get("places").asList())
                + ": "
                + row.get("detail").asString());
      } else {
        System.out.println("blobs check: " + kind + ": " + Figures.line(figures));
        exitCode = "OK".equals(kind) ? ExitCode.OK : ExitCode.FAILED;
      }
    }
    return exitCode;
  }

  private static String places(List<Object> places) {
    StringBuilder text = new StringBuilder();
    for (Object place : places) {
      Map<?, ?> where = (Map<?, ?>) place;
      text.append(text.length() == 0 ? "" : ", ")
          .append(
              where.containsKey("node")
                  ? "node " + where.get("node")
                  : "relationship " + where.get("relationship"))
          .append('.')
          .append(where.get("property"));
    }
    return text.toString();
  }
}
