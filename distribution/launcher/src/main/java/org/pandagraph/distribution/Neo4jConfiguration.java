/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The {@code neo4j.conf} of a new home. From then on it is the user's and never written again. */
final class Neo4jConfiguration {
  private static final String TEXT =
      """
      # Neo4j's configuration for this home; yours to change. Read at each start.
      # `./panda start` sets ports, authentication and where the AIPM service is, over what stands here;
      # `./panda start --set key=value` sets anything else for one start.

      # What LOAD CSV and file literals such as <file://photo.jpg> may read.
      dbms.directories.import=import

      dbms.memory.pagecache.size=128m
      dbms.tx_log.rotation.retention_policy=2 days

      # Browser loads nothing from other hosts.
      browser.allow_outgoing_connections=false
      browser.remote_content_hostname_whitelist=
      browser.post_connect_cmd=

      # PandaGraph's blob gateway on the HTTP port; links that Blob.url(b, seconds) signs need no login.
      dbms.unmanaged_extension_classes=org.pandagraph.plugin.gateway=/panda
      dbms.security.http_auth_allowlist=/,/browser.*,/panda/link/.*

      # PandaGraph. URL literals are off until hosts are named here, for example *.example.org:
      #panda.blob.url.allowed_hosts=
      """;

  private Neo4jConfiguration() {}

  static void writeOnce(Path file) throws IOException {
    if (Files.notExists(file)) {
      Files.writeString(file, TEXT);
    }
  }
}
