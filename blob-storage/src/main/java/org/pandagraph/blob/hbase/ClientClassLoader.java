/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads HBase's client, and the store that is written against it, from a folder inside this jar.
 *
 * <p>There its classes are seen by nobody else: neither do they meet another Hadoop on the class
 * path, nor are its 37,000 classes looked through for procedures, as Neo4j does with each class of
 * a plugin. They keep their names, because HBase finds exceptions, codecs and filters by name.
 * Their files do not end in {@code .class}, for the same reason. Everything else, the SPI of stores
 * included, comes from the parent.
 */
final class ClientClassLoader extends ClassLoader {
  /** The folder; where it is not in the jar, the client is an ordinary library. */
  private static final String FOLDER = "hbase-client/";

  private static final String SUFFIX = ".classdata";

  /** What is never taken from the parent, which may have another version of it. */
  private static final List<String> OWN =
      List.of(
          "org.pandagraph.blob.hbase.table.",
          "org.apache.hadoop.",
          "org.apache.hbase.",
          "org.apache.commons.logging.",
          "io.opentelemetry.");

  private static final ClassLoader OF_THIS_JAR = find();

  static {
    registerAsParallelCapable();
  }

  private ClientClassLoader(ClassLoader parent) {
    super("hbase-client", parent);
  }

  /** The loader of the store: the same each time. */
  static ClassLoader ofThisJar() {
    return OF_THIS_JAR;
  }

  private static ClassLoader find() {
    ClassLoader loader = ClientClassLoader.class.getClassLoader();
    boolean bundled = loader.getResource(FOLDER + "hbase-default.xml") != null;
    return bundled ? new ClientClassLoader(loader) : loader;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (OWN.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String file = FOLDER + name.replace('.', '/') + SUFFIX;
    try (InputStream bytes = getParent().getResourceAsStream(file)) {
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = bytes.readAllBytes();
      return defineClass(name, code, 0, code.length, domain());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static ProtectionDomain domain() {
    ProtectionDomain own = ClientClassLoader.class.getProtectionDomain();
    CodeSource source = own.getCodeSource();
    return new ProtectionDomain(source, own.getPermissions());
  }

  /** Its own first: services and defaults of another Hadoop are not for this one. */
  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }

  @Override
  protected URL findResource(String name) {
    return getParent().getResource(FOLDER + name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return getParent().getResources(FOLDER + name);
  }
}
