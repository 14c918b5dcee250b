/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * {@code ./panda blobs}: looks after the blobs of a home from the command line. May depend on the
 * plugin (its settings say where the stores are), blob storage, the launcher and a driver; nothing
 * depends on it.
 */
package org.pandagraph.tools.blobs;
