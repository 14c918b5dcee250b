/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.hook;

import java.util.Objects;
import org.neo4j.graphdb.InputPosition;
import org.neo4j.graphdb.Notification;
import org.neo4j.graphdb.SeverityLevel;

/** A notification whose position and description are the user's. Equal by what it says. */
final class UserTextNotification implements Notification {
  private final String code;
  private final String title;
  private final String description;
  private final SeverityLevel severity;
  private final InputPosition position;

  UserTextNotification(Notification original, UserText userText) {
    this.code = original.getCode();
    this.title = original.getTitle();
    this.description = userText.restore(original.getDescription());
    this.severity = original.getSeverity();
    this.position = userText.position(original.getPosition());
  }

  @Override
  public String getCode() {
    return code;
  }

  @Override
  public String getTitle() {
    return title;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public SeverityLevel getSeverity() {
    return severity;
  }

  @Override
  public InputPosition getPosition() {
    return position;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserTextNotification && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, position, description);
  }

  @Override
  public String toString() {
    return severity + " " + code + " " + title + ": " + description + " at " + position;
  }
}
