/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * What goes over the wire between a client and the AIPM service: the catalogue of models, the rules
 * that choose one by the types of the values, requests and answers, as JSON. Depends on Jackson.
 */
package org.pandagraph.aipm.wire;
