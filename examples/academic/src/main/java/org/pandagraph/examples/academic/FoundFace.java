/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

/**
 * A face that the server found in a group photo.
 *
 * @param photo the photo's file name
 * @param index which of the photo's faces, from 0
 * @param score how sure the detector is that it is one, in [0,1]
 */
record FoundFace(String photo, int index, FaceBox box, double score) {}
