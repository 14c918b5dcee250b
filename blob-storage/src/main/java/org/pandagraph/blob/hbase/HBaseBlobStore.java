/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase;

import java.lang.reflect.InvocationTargetException;
import org.pandagraph.blob.BlobStore;
import org.pandagraph.blob.BlobStoreMetrics;
import org.pandagraph.blob.MeasuredBlobStore;

/** Opens stores whose contents lie in HBase; the package says how. */
public final class HBaseBlobStore {
  private static final String STORE = "org.pandagraph.blob.hbase.table.TableBlobStore";

  private HBaseBlobStore() {}

  /**
   * Opens a store. Returns at once: HBase is looked for when the store is first used, and again at
   * each use after that failed, so that it may be down now. Namespace and tables are made where
   * they are missing.
   *
   * @throws IllegalStateException where HBase's client is not on the class path
   */
  public static BlobStore open(HBaseBlobStoreConfig config) {
    try {
      Class<?> store = Class.forName(STORE, true, ClientClassLoader.ofThisJar());
      BlobStoreMetrics metrics = new BlobStoreMetrics();
      return new MeasuredBlobStore(
          (BlobStore)
              store
                  .getConstructor(HBaseBlobStoreConfig.class, BlobStoreMetrics.class)
                  .newInstance(config, metrics),
          metrics);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the HBase store cannot be made", e.getCause());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException("HBase's client is not on the class path", e);
    }
  }
}
