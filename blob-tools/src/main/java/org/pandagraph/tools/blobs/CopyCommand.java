/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.tools.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.pandagraph.distribution.ExitCode;
import org.pandagraph.distribution.HomeOption;
import org.pandagraph.distribution.LaunchException;
import org.pandagraph.plugin.store.ConfiguredBlobStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./panda blobs copy}. */
@Command(
    name = "copy",
    description = {
      "Copies all contents of a database's blobs from one store to another. What the other has is"
          + " left alone: run it again to go on after an interruption, and once more, with Neo4j"
          + " stopped, before panda.blob.store is changed in neo4j.conf.",
      "Both stores are where neo4j.conf of the home says; --set overrides a setting."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is in the other store",
      "1:a content is damaged, or a store is down or not there",
      "2:wrong usage",
      "3:there is no home"
    })
final class CopyCommand implements Callable<Integer> {
  enum Store {
    FILE,
    HBASE
  }

  @Mixin private HomeOption home;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "STORE",
      description = "The store to read: file or hbase.")
  private Store from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "STORE",
      description = "The store to write: file or hbase.")
  private Store to;

  @Option(
      names = "--database",
      paramLabel = "NAME",
      description = "The database. Default: the home's default database.")
  private String database;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting over neo4j.conf. Can be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--set-to",
      paramLabel = "KEY=VALUE",
      description =
          "The same, for the store to write alone: copying to another folder or namespace.")
  private Map<String, String> settingsTo = new LinkedHashMap<>();

  @Option(
      names = "--verify",
      description = "Read what is there already, too, and copy it again where it is damaged.")
  private boolean verify;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "4",
      description = "Contents under way at once. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (from == to && settingsTo.isEmpty()) {
      throw new LaunchException(
          ExitCode.USAGE,
          "--from and --to name the same store; --set-to KEY=VALUE says how the second differs.");
    }
    Path root = home.home().root();
    if (!Files.isDirectory(root)) {
      throw new LaunchException(ExitCode.MISSING, "There is no home " + root + ": ./panda start");
    }
    if (threads < 1 || threads > 256) {
      throw new LaunchException(ExitCode.USAGE, "--threads is from 1 to 256, not " + threads + ".");
    }
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(settingsTo);
    Config source = config(from, settings);
    String name = new HomeDatabases(source).named(database);
    if (from == Store.FILE) {
      requireStore(ConfiguredBlobStores.folder(source, name));
    }
    try (ConfiguredBlobStores sources = ConfiguredBlobStores.ofTool(source);
        ConfiguredBlobStores targets = ConfiguredBlobStores.ofTool(config(to, all))) {
      Bar bar = new Bar();
      CopyReport report;
      try {
        report = new BlobCopy(sources.of(name), targets.of(name), verify, bar).run(threads);
      } finally {
        bar.close();
      }
      report.damages().forEach(System.out::println);
      System.out.println("blobs copy: database " + name + ": " + report);
      return report.isClean() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  /** To open a store is to make it where it is not: an empty one would be copied. */
  private static void requireStore(Path folder) {
    // One in the folder above is of an old layout, which the store itself explains.
    if (!ConfiguredBlobStores.isStore(folder)
        && !ConfiguredBlobStores.isStore(folder.getParent())) {
      throw new LaunchException(
          ExitCode.FAILED,
          "There is no blob store to copy from in "
              + folder
              + ". Is its volume mounted, and panda.blob.store.directory right?");
    }
  }

  private Config config(Store store, Map<String, String> overrides) {
    Path file = home.home().configuration();
    try {
      Config.Builder builder =
          Config.newBuilder()
              .set(GraphDatabaseSettings.neo4j_home, home.home().root())
              .fromFileNoThrow(file);
      Map<String, String> raw = new LinkedHashMap<>(overrides);
      raw.put("panda.blob.store", store.name().toLowerCase(Locale.ROOT));
      return builder.setRaw(raw).build();
    } catch (IllegalArgumentException e) {
      throw new LaunchException(ExitCode.USAGE, e.getMessage());
    }
  }

  /** Bytes on the terminal; silent where there is none. */
  private static final class Bar implements BlobCopy.Progress, AutoCloseable {
    private ProgressBar bar;

    @Override
    public void total(long contents, long bytes) {
      if (System.console() != null) {
        bar =
            new ProgressBarBuilder()
                .setTaskName(contents + " contents")
                .setInitialMax(bytes)
                .setUnit(" MiB", 1L << 20)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build();
      }
    }

    @Override
    public void done(long bytes) {
      if (bar != null) {
        bar.stepBy(bytes);
      }
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }
}
