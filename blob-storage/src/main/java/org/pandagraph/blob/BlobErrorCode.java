/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob;

/** What can go wrong with a blob, and whose fault it is. */
public enum BlobErrorCode {
  /** The scheme is none of the known ones, or the URI is malformed. */
  MALFORMED_URI(Fault.USER),
  /** The file is outside what the administrator allows. */
  FILE_NOT_ALLOWED(Fault.USER),
  /** There is no such file, or it is not a readable regular file. */
  FILE_NOT_FOUND(Fault.USER),
  /** The host or its address is outside what the administrator allows. */
  ADDRESS_NOT_ALLOWED(Fault.USER),
  /** The content is longer than allowed. */
  TOO_LARGE(Fault.USER),
  /** The range lies outside the content. */
  RANGE_OUTSIDE_CONTENT(Fault.USER),
  /** The remote side took longer than allowed. */
  SOURCE_TIMEOUT(Fault.EXTERNAL),
  /** The remote side answered with an error, or not at all. */
  SOURCE_FAILED(Fault.EXTERNAL),
  /** The store does not hold the content a reference names. */
  CONTENT_MISSING(Fault.INTERNAL),
  /** The content in the store does not have its digest. */
  CONTENT_DAMAGED(Fault.INTERNAL),
  /** The store cannot be reached or written. */
  STORE_UNAVAILABLE(Fault.EXTERNAL);

  /** Whose fault it is. */
  public enum Fault {
    USER,
    EXTERNAL,
    INTERNAL
  }

  private final Fault fault;

  BlobErrorCode(Fault fault) {
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
