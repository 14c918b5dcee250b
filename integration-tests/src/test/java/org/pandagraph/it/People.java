/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.it;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/** Portraits cut out of a group photo of the face package, by the faces the server itself finds. */
final class People {
  private static final String GROUP = "sample1.jpg";
  private static final double MARGIN = 0.6;

  private final BufferedImage group;
  private final List<Map<String, Object>> boxes;

  private People(BufferedImage group, List<Map<String, Object>> boxes) {
    this.group = group;
    this.boxes = boxes;
  }

  /** Finds the people; the largest face comes first. */
  static People find(PandaServer server) {
    BufferedImage group = Pictures.read(Repository.FACE_PACKAGE.resolve("demo/" + GROUP));
    server.importFile(GROUP, Pictures.jpeg(group));
    Value faces = server.value("RETURN <file://" + GROUP + ">->faces");
    List<Map<String, Object>> boxes =
        faces.asList(face -> face.get("box").asMap()).stream()
            .sorted(Comparator.comparingDouble(box -> -number(box, "width")))
            .toList();
    return new People(group, boxes);
  }

  int count() {
    return boxes.size();
  }

  BufferedImage group() {
    return group;
  }

  /** A portrait with some of what is around the face. */
  BufferedImage portrait(int person) {
    Map<String, Object> box = boxes.get(person);
    return Pictures.crop(
        group,
        number(box, "x"),
        number(box, "y"),
        number(box, "width"),
        number(box, "height"),
        MARGIN);
  }

  private static double number(Map<String, Object> box, String key) {
    return ((Number) box.get(key)).doubleValue();
  }
}
