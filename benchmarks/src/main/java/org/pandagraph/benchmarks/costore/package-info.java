/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * The co-store against Neo4j without indexes and with them, on a generated academic graph; {@code
 * benchmarks/costore.md} says how to read what it prints.
 */
package org.pandagraph.benchmarks.costore;
