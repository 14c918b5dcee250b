/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.costore;

/** What an id names: ids of nodes and of relationships are numbered apart. */
public enum EntityKind {
  NODE,
  RELATIONSHIP
}
