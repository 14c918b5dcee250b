/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.testing;

import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.file.FileBlobStore;

/** A kind of blob store that the same test is run on. */
public interface StoreKind {
  /** Tells a DBMS to use a fresh store of this kind. */
  void configure(DatabaseManagementServiceBuilder builder);

  /** Opens the store of the database neo4j of a DBMS, as another process would. */
  BlobStore open(Path home);

  /** Files below the DBMS's data folder. */
  static StoreKind file() {
    return new StoreKind() {
      @Override
      public void configure(DatabaseManagementServiceBuilder builder) {}

      @Override
      public BlobStore open(Path home) {
        return FileBlobStore.open(home.resolve("data/panda/blobs/neo4j"));
      }

      @Override
      public String toString() {
        return "file";
      }
    };
  }
}
