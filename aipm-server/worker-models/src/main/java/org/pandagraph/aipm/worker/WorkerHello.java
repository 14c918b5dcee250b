/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import java.util.List;

/**
 * What a worker says of itself once it is ready.
 *
 * @param version of its models, as it names it
 * @param models the networks it loaded
 * @param startMillis what loading and warming took
 * @param memoryBytes resident memory of its process afterwards
 */
public record WorkerHello(
    String name, String version, List<String> models, long startMillis, long memoryBytes) {}
