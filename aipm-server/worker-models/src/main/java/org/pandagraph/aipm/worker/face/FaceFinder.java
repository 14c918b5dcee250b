/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker.face;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.pandagraph.aipm.worker.WorkerAnswer;
import org.pandagraph.aipm.worker.WorkerPool;
import org.pandagraph.aipm.worker.picture.Picture;

/** Asks the worker for the faces in decoded pictures. Thread-safe. */
final class FaceFinder {
  static final int DIMENSION = 128;

  private final WorkerPool workers;

  FaceFinder(WorkerPool workers) {
    this.workers = workers;
  }

  /** Sends a picture to the worker; to be read with {@link #read}. */
  CompletableFuture<WorkerAnswer> ask(Picture picture) {
    return workers.submit(
        "faces",
        Map.of("width", picture.width(), "height", picture.height()),
        List.of(picture.rgb()));
  }

  /** The faces of an answer, with boxes in the units of what the picture was taken from. */
  static List<Face> read(Picture picture, WorkerAnswer answer) {
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < answer.value().size(); i++) {
      JsonNode face = answer.value().get(i);
      Map<String, Double> expressions = new TreeMap<>();
      face.path("expressions")
          .fields()
          .forEachRemaining(e -> expressions.put(e.getKey(), rounded(e.getValue())));
      faces.add(
          new Face(
              picture.page(),
              box(picture, face.path("box")),
              rounded(face.path("score")),
              Math.round(face.path("age").asDouble() * 10) / 10.0,
              face.path("gender").asText(),
              rounded(face.path("genderProbability")),
              expressions,
              vector(answer.parts().get(i))));
    }
    return faces;
  }

  private static double rounded(JsonNode number) {
    return Math.round(number.asDouble() * 1e4) / 1e4;
  }

  private static Face.Box box(Picture p, JsonNode box) {
    double x = box.path("x").asDouble();
    double y = box.path("y").asDouble();
    int left = clip(p.x() + x * p.scale(), p.wholeWidth());
    int top = clip(p.y() + y * p.scale(), p.wholeHeight());
    int right = clip(p.x() + (x + box.path("width").asDouble()) * p.scale(), p.wholeWidth());
    int bottom = clip(p.y() + (y + box.path("height").asDouble()) * p.scale(), p.wholeHeight());
    return new Face.Box(left, top, right - left, bottom - top);
  }

  private static int clip(double at, double end) {
    return (int) Math.round(Math.max(0, Math.min(at, end)));
  }

  private static float[] vector(byte[] bytes) {
    float[] vector = new float[DIMENSION];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
