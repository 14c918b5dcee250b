/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * What a Java application uses beside the Neo4j driver: contents of blobs as streams, out over Bolt
 * and in over the gateway, in bounded memory. Depends on the JDK and the driver, 4.4 or 5, and on
 * nothing of ours.
 */
package org.pandagraph.client;
