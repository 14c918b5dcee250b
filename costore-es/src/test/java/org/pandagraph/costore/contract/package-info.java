/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * The contract suite of {@link org.pandagraph.costore.CoStore}, which every store's tests extend,
 * with an in-memory store that is right but slow, and random entities and predicates. What is right
 * is what Neo4j's own values and operators say.
 */
package org.pandagraph.costore.contract;
