/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.util.List;
import java.util.Optional;

/**
 * The server's answer to a question.
 *
 * @param firstNanos how long it took the first time, until the last row was there
 * @param againNanos how long it took when asked again
 * @param problem what is wrong with it by the truth; empty where nothing is
 */
record Answer(
    List<String> columns,
    List<List<Object>> rows,
    long firstNanos,
    long againNanos,
    Optional<String> problem) {}
