/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import java.util.List;

/**
 * How a worker process ended.
 *
 * @param reason what happened, to follow "the ... worker"
 * @param ready whether it had said hello
 * @param answered whether it had answered anything
 * @param hung whether it was ended for not answering in time
 * @param running the request it had at work; null where it had none
 * @param waiting requests it had not begun with, in their order
 */
record WorkerEnd(
    String reason,
    boolean ready,
    boolean answered,
    boolean hung,
    WorkerJob running,
    List<WorkerJob> waiting) {}
