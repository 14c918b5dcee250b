/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * What a model author compiles against: {@link org.pandagraph.aipm.sdk.Model}, its inputs and its
 * results. Depends on the wire model alone.
 */
package org.pandagraph.aipm.sdk;
