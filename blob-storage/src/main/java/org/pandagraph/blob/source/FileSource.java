/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobException;

/**
 * {@code file} URIs. A relative path is looked for in the import directory; an absolute one is
 * taken where it lies in the import directory or an additional root, else it is looked for below
 * the import directory, as {@code LOAD CSV} does. What lies outside is refused without a look
 * whether it exists.
 */
final class FileSource implements ContentSource {
  private final SourcePolicy policy;

  FileSource(SourcePolicy policy) {
    this.policy = policy;
  }

  @Override
  public InputStream open(SourceUri uri, Fetch fetch) throws IOException {
    String text = PercentDecoder.decode(withoutSlashes(uri.rest()));
    Path asked = path(text);
    if (asked.isAbsolute()) {
      Path normal = asked.normalize();
      for (Path root : policy.roots()) {
        if (normal.startsWith(root.toAbsolutePath().normalize())) {
          return open(root, root.toAbsolutePath().normalize().relativize(normal), text);
        }
      }
      asked = asked.getRoot().relativize(asked);
    }
    Path root = policy.importDirectory().orElseThrow(() -> notAllowed(text, "is not allowed"));
    Path inside = root.toAbsolutePath().normalize();
    Path normal = inside.resolve(asked).normalize();
    if (!normal.startsWith(inside)) {
      throw notAllowed(text, "lies outside of what is allowed");
    }
    boolean elsewhere = text.startsWith("/") && uri.rest().startsWith("///");
    if (elsewhere && !Files.exists(normal, LinkOption.NOFOLLOW_LINKS)) {
      throw notAllowed(text, "is neither in the import directory nor allowed as an absolute path");
    }
    return open(root, inside.relativize(normal), text);
  }

  /**
   * {@code //./a.png}, {@code //a.png} and {@code /a.png}; a third slash starts an absolute path.
   */
  private static String withoutSlashes(String rest) {
    return rest.startsWith("//") ? rest.substring(2) : rest;
  }

  private static Path path(String text) {
    if (text.isEmpty()) {
      throw SourceUri.malformed("the file's path is empty");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw SourceUri.malformed("'" + text.replace("\0", "\\0") + "' cannot be the path of a file");
    }
  }

  private InputStream open(Path root, Path relative, String text) throws IOException {
    try {
      Path realRoot = root.toRealPath();
      Path real = realRoot.resolve(relative).toRealPath();
      for (Path allowed : policy.roots()) {
        if (Files.exists(allowed) && real.startsWith(allowed.toRealPath())) {
          InputStream file = ConfinedFile.open(allowed.toRealPath(), real);
          if (file != null) {
            return file;
          }
          throw new BlobException(
              BlobErrorCode.FILE_NOT_FOUND,
              "'" + text + "' is a directory or a device; a blob is read from a regular file");
        }
      }
      throw notAllowed(text, "leads through a symbolic link outside of what is allowed");
    } catch (NoSuchFileException e) {
      throw new BlobException(
          BlobErrorCode.FILE_NOT_FOUND,
          "there is no file '" + text + "'; it is looked for in " + allowed(),
          e);
    } catch (IOException e) {
      throw new BlobException(
          BlobErrorCode.FILE_NOT_FOUND,
          "the file '" + text + "' cannot be read: " + e.getClass().getSimpleName(),
          e);
    }
  }

  private BlobException notAllowed(String text, String how) {
    return new BlobException(
        BlobErrorCode.FILE_NOT_ALLOWED,
        "the file '" + text + "' " + how + "; allowed: " + allowed());
  }

  private String allowed() {
    String directory =
        policy
            .importDirectory()
            .map(path -> "the import directory " + path)
            .orElse("no import directory");
    List<Path> more = policy.additionalRoots();
    return directory
        + (more.isEmpty()
            ? ""
            : " and " + more.stream().map(Path::toString).collect(Collectors.joining(", ")))
        + " (set by "
        + SourcePolicy.IMPORT_DIRECTORY
        + " and "
        + SourcePolicy.ADDITIONAL_ROOTS
        + " in neo4j.conf)";
  }
}
