/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Similarities that need no service: text comparators, and the metrics that compare features which
 * a model extracted. Depends on {@code org.pandagraph.aipm.wire} and commons-text.
 */
package org.pandagraph.aipm.similarity;
