/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/** Whom to trust over TLS instead of whom the Java platform trusts. Immutable. */
final class TlsTrust {
  private final SSLContext context;
  private final X509TrustManager manager;

  TlsTrust(SSLContext context, X509TrustManager manager) {
    this.context = context;
    this.manager = manager;
  }

  SSLContext context() {
    return context;
  }

  X509TrustManager manager() {
    return manager;
  }
}
