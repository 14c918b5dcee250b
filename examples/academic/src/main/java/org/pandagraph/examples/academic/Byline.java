/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

/**
 * One author of a paper as the page shows it.
 *
 * @param printedName such as {@code T. Green}
 * @param person who it is in truth; never loaded into the graph
 * @param picture how the picture on the page is made of the person's face
 */
record Byline(String printedName, String person, Institution affiliation, Variant picture) {}
