/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Real servers under load, killed at random moments; afterwards what was acknowledged has to be
 * there. May depend on the launcher, the test servers and a driver; nothing depends on it.
 */
package org.pandagraph.torture;
