/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
/**
 * Values as terms: strings that are equal where Cypher says that the values are equal, and that
 * sort, by their UTF-8 bytes, as Cypher orders the values. What Cypher itself says is Neo4j 4.4's
 * {@code CypherBoolean}, and the tests hold each rule against it, oddities included. Depends on the
 * JDK, the SPI's values and {@code NotPushable}.
 *
 * <h2>Format of a term</h2>
 *
 * <pre>
 *   TERM     = NAME U+0001 TAG PAYLOAD
 *   NAME     a property key, or one of BlobMetadata: itself, with U+0001 as U+0002 'a', U+0002 as
 *            U+0002 'b' and U+0003 as U+0002 'c'; where that is longer than 256 bytes, or no
 *            well-formed text, U+0003 and the SHA-256 of its UTF-16BE
 *   TAG      one character for each of Cypher's types, see {@link ValueType}, and D for doubles from
 *            2^53 up and -2^53 down, which Neo4j orders against integers by their shortest decimal
 *            form; # for a hash
 *   PAYLOAD  64-bit numbers as 11 characters of 6 bits, the top bits first, with the digits of
 *            {@link SortableText}, which sort as they count
 *
 *   N  an integer or a double below 2^53: its double's sortable bits; an integer from 2^53 up: those
 *      of the largest double not above it, and the rest in 2 characters where there is one
 *   D  the double's sortable bits
 *   S  the string itself, up to 4,096 bytes of UTF-8
 *   B  0 or 1
 *   Y  days since 1970; T nanoseconds of the day; O nanoseconds of the day in UTC, then the offset
 *      in seconds; M seconds since 1970, then nanoseconds; Z those in UTC, the offset, then nothing
 *      or the region's name
 *   U  months, days, seconds, nanoseconds; P system and coordinates; L the elements, each with its
 *      length before it
 *   #  of a string or a list that is longer than 4,096 bytes or no well-formed text: its tag, and
 *      the SHA-256 of its UTF-16BE: equal where the values are, in no order
 * </pre>
 *
 * NaN has no term: it equals nothing and lies in no range.
 *
 * <h2>History</h2>
 *
 * <ul>
 *   <li>1: first version.
 * </ul>
 */
package org.pandagraph.costore.value;
