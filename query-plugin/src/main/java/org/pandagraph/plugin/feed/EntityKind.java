/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.feed;

/** What a change is a change of. */
public enum EntityKind {
  NODE,
  RELATIONSHIP
}
