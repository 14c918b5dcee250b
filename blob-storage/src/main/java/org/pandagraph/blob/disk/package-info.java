/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/** Files that outlast a loss of power. Depends on the JDK alone. */
package org.pandagraph.blob.disk;
