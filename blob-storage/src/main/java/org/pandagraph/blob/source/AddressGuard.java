/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.pandagraph.blob.BlobErrorCode;
import org.pandagraph.blob.BlobIOException;

/** Judges hosts and addresses by the policy. Thread-safe. */
final class AddressGuard {
  private final SourcePolicy policy;
  private final HostResolver resolver;

  AddressGuard(SourcePolicy policy, HostResolver resolver) {
    this.policy = policy;
    this.resolver = resolver;
  }

  /**
   * The addresses of an allowed host, each of them allowed. One that is not makes the whole host
   * refused: an answer that mixes public and private addresses is what an attack looks like.
   */
  List<InetAddress> resolve(String host) throws BlobIOException {
    requireAllowed(host);
    List<InetAddress> addresses;
    try {
      addresses = resolver.resolve(host);
    } catch (UnknownHostException e) {
      throw new BlobIOException(
          BlobErrorCode.SOURCE_FAILED, "the host " + host + " has no address", e);
    }
    for (InetAddress address : addresses) {
      requireAllowed(host, address);
    }
    return addresses;
  }

  private void requireAllowed(String host) throws BlobIOException {
    if (policy.allowsHost(host)) {
      return;
    }
    String allowed = policy.describeHosts();
    throw new BlobIOException(
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        "the host "
            + host
            + " is not allowed: "
            + (allowed.isEmpty()
                ? "no host is, URL literals are off; an administrator lists hosts in "
                : "allowed are " + allowed + "; an administrator changes this in ")
            + SourcePolicy.ALLOWED_HOSTS
            + " (neo4j.conf)");
  }

  /** Judges an address that is about to be connected to. */
  void requireAllowed(String host, InetAddress address) throws BlobIOException {
    if (AddressRange.isPublic(address)
        || AddressRange.anyContains(policy.allowedAddresses(), address)) {
      return;
    }
    throw new BlobIOException(
        BlobErrorCode.ADDRESS_NOT_ALLOWED,
        "the host "
            + host
            + " is at "
            + address.getHostAddress()
            + ", which is not a public address, and "
            + (policy.allowedAddresses().isEmpty()
                ? "only public ones are allowed; an administrator lists others in "
                : "besides public ones only "
                    + policy.allowedAddresses()
                    + " are allowed; an administrator changes this in ")
            + SourcePolicy.ALLOWED_ADDRESSES
            + " (neo4j.conf)");
  }
}
