/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.examples.academic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/** Asks the server which faces are on the group photos, and how alike they are. */
final class FaceFinder {
  private final Session session;

  FaceFinder(Session session) {
    this.session = session;
  }

  /**
   * The faces on a photo, in the server's order.
   *
   * @param photo its file name in the demo's import folder
   */
  List<FoundFace> faces(String photo) {
    Value faces =
        session
            .run("RETURN <file://" + Materials.FOLDER + "/" + photo + ">->faces")
            .single()
            .get(0);
    List<FoundFace> found = new ArrayList<>();
    if (!faces.isNull()) {
      for (Map<String, Object> face : faces.asList(Value::asMap)) {
        @SuppressWarnings("unchecked") // `faces` gives a map of coordinates under this key
        Map<String, Object> box = (Map<String, Object>) face.get("box");
        double score = ((Number) face.get("score")).doubleValue();
        found.add(new FoundFace(photo, found.size(), FaceBox.of(box), score));
      }
    }
    return found;
  }

  /** Compares all faces of all photos with one another. */
  Likeness likeness(List<String> photos, List<FoundFace> faces) {
    Likeness likeness = new Likeness();
    for (String left : photos) {
      for (String right : photos) {
        if (left.compareTo(right) <= 0) {
          compare(of(left, faces), of(right, faces), left, right, likeness);
        }
      }
    }
    return likeness;
  }

  private void compare(
      List<FoundFace> xs, List<FoundFace> ys, String left, String right, Likeness likeness) {
    if (xs.isEmpty() || ys.isEmpty()) {
      return;
    }
    String query =
        "RETURN <file://%s/%s> :::face <file://%s/%s>"
            .formatted(Materials.FOLDER, left, Materials.FOLDER, right);
    List<List<Double>> rows =
        session.run(query).single().get(0).asList(row -> row.asList(Value::asDouble));
    for (int i = 0; i < xs.size(); i++) {
      for (int j = 0; j < ys.size(); j++) {
        likeness.put(xs.get(i), ys.get(j), rows.get(i).get(j));
      }
    }
  }

  private static List<FoundFace> of(String photo, List<FoundFace> faces) {
    return faces.stream().filter(f -> f.photo().equals(photo)).toList();
  }
}
