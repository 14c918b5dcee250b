/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

/**
 * One author's entry in the graph. A person may have two of them: that is the point.
 *
 * @param person who it is in truth; never loaded into the graph
 * @param photo how the entry's photo is made of the person's face
 */
record Author(
    String id, String name, String person, Institution institution, int hIndex, Variant photo) {}
