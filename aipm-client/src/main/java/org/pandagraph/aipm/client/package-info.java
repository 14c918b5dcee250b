/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Client of the AIPM service: the catalogue, batches of extractions and comparisons, upload of
 * contents the service does not have yet, timeouts. Depends on the wire model and OkHttp; knows
 * nothing of Neo4j or of blob storage.
 */
package org.pandagraph.aipm.client;
