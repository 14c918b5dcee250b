/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * What HTTP asks of a server of immutable contents, apart from any server: ranges and conditions of
 * RFC 9110, dispositions of RFC 6266, digests of RFC 9530, and from which site a browser asks.
 * Depends on the JDK alone.
 */
package org.pandagraph.plugin.http;
