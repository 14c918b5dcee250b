/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads the academic graph into a running server, asks it questions, and checks the answers. */
@Command(
    name = "academic-demo",
    mixinStandardHelpOptions = true,
    description = "Loads an academic graph into a running server and asks it who is who.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every answer was right",
      "1:an answer was wrong, or the server could not be asked",
      "2:wrong arguments"
    })
public final class AcademicDemo implements Callable<Integer> {
  private static final String REPORT = "academic.txt";

  @Option(
      names = "--bolt-uri",
      required = true,
      paramLabel = "URI",
      description = "The server, such as bolt://127.0.0.1:7687.")
  private URI boltUri;

  @Option(
      names = "--user",
      defaultValue = "neo4j",
      paramLabel = "USER",
      description = "Default: ${DEFAULT-VALUE}.")
  private String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Holds the user's password. Without it the server is asked without a name.")
  private Path passwordFile;

  @Option(
      names = "--import-dir",
      required = true,
      paramLabel = "DIR",
      description = "The server's import folder: the demo's files go into its folder 'academic'.")
  private Path importDirectory;

  @Option(
      names = "--work-dir",
      required = true,
      paramLabel = "DIR",
      description = "What the demo prints is kept here, too, in the file academic.txt.")
  private Path workDirectory;

  @Option(
      names = "--face-package",
      required = true,
      paramLabel = "DIR",
      description = "The installed npm package @vladmandic/face-api, whose group photos are used.")
  private Path facePackage;

  /** The command line's entry; see {@code --help}. */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    Logger.getLogger("").setLevel(Level.SEVERE);
    System.exit(new CommandLine(new AcademicDemo()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Config config = Config.builder().withLogging(Logging.none()).build();
    Files.createDirectories(workDirectory);
    try (PrintStream report =
            new PrintStream(
                Files.newOutputStream(workDirectory.resolve(REPORT)),
                true,
                StandardCharsets.UTF_8);
        Driver driver = GraphDatabase.driver(boltUri, token(), config);
        Session session = driver.session()) {
      Progress progress = new Progress(List.of(System.out, report));
      Path photos = facePackage.resolve("demo");
      return new Story(session, importDirectory, photos, progress).tell() ? 0 : 1;
    } catch (Neo4jException | IllegalStateException | IOException failure) {
      System.err.println("The demo could not go on: " + failure.getMessage());
      return 1;
    }
  }

  private AuthToken token() throws IOException {
    return passwordFile == null
        ? AuthTokens.none()
        : AuthTokens.basic(user, Files.readString(passwordFile).strip());
  }
}
