/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a worker answered.
 *
 * @param value JSON, never null (a JSON null is a NullNode)
 * @param parts bytes that belong to it, as the operation says; not to be changed
 */
public record WorkerAnswer(JsonNode value, List<byte[]> parts) {}
