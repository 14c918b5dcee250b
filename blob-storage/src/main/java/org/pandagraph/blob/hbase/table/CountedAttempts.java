/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.hbase.table;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.CellScannable;
import org.apache.hadoop.hbase.CellScanner;
import org.apache.hadoop.hbase.client.RegionInfo;
import org.apache.hadoop.hbase.ipc.DelegatingHBaseRpcController;
import org.apache.hadoop.hbase.ipc.HBaseRpcController;
import org.apache.hadoop.hbase.ipc.RpcControllerFactory;
import org.apache.hadoop.ipc.RemoteException;
import org.pandagraph.blob.BlobStoreMetrics;

/**
 * Counts the attempts of HBase's client that fail. The client tries most of them again and tells
 * nobody; each of them goes through a controller, which this makes. Thread-safe.
 */
public final class CountedAttempts extends RpcControllerFactory {
  private final BlobStoreMetrics metrics;

  /**
   * Called by HBase, which takes the class by its name.
   *
   * @param configuration made by {@link #configuration}
   */
  public CountedAttempts(Configuration configuration) {
    super(configuration);
    this.metrics = ((Counting) configuration).metrics;
  }

  /** The same configuration for a connection whose failed attempts are counted here. */
  static Configuration configuration(Configuration hbase, BlobStoreMetrics metrics) {
    Configuration counting = new Counting(hbase, metrics);
    counting.set(CUSTOM_CONTROLLER_CONF_KEY, CountedAttempts.class.getName());
    return counting;
  }

  /** All that HBase hands to a factory. */
  private static final class Counting extends Configuration {
    private final BlobStoreMetrics metrics;

    Counting(Configuration other, BlobStoreMetrics metrics) {
      super(other);
      this.metrics = metrics;
    }
  }

  @Override
  public HBaseRpcController newController() {
    return new Counted(super.newController());
  }

  @Override
  public HBaseRpcController newController(CellScanner cells) {
    return new Counted(super.newController(cells));
  }

  @Override
  public HBaseRpcController newController(RegionInfo region, CellScanner cells) {
    return new Counted(super.newController(region, cells));
  }

  @Override
  public HBaseRpcController newController(List<CellScannable> cells) {
    return new Counted(super.newController(cells));
  }

  @Override
  public HBaseRpcController newController(RegionInfo region, List<CellScannable> cells) {
    return new Counted(super.newController(region, cells));
  }

  private final class Counted extends DelegatingHBaseRpcController {
    Counted(HBaseRpcController controller) {
      super(controller);
    }

    @Override
    public void setFailed(IOException error) {
      metrics.failedAttempt(nameOf(error));
      super.setFailed(error);
    }
  }

  private static String nameOf(IOException error) {
    String name =
        error instanceof RemoteException
            ? ((RemoteException) error).getClassName()
            : error.getClass().getName();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
