/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.config;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddressString;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.neo4j.configuration.SettingConstraint;
import org.neo4j.graphdb.config.Configuration;

/** What settings must satisfy beyond what Neo4j's own constraints can say. */
final class PandaConstraints {
  static final SettingConstraint<List<Path>> ABSOLUTE_PATHS =
      each("absolute paths", Path::isAbsolute);

  static final SettingConstraint<List<String>> HOST_PATTERNS =
      each(
          "host names, patterns such as `*.example.org`, or `*`",
          p -> p.matches("\\*|(\\*\\.)?[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*|\\[?[0-9A-Fa-f:.]+\\]?"));

  static final SettingConstraint<List<String>> NETWORKS =
      each("networks in CIDR notation such as `10.1.0.0/16`", PandaConstraints::isNetwork);

  static final SettingConstraint<Long> CHUNK_BYTES =
      new SettingConstraint<>() {
        private static final long STEP = 64 * 1024;

        @Override
        public void validate(Long value, Configuration config) {
          if (value < STEP || value > 128 * STEP || value % STEP != 0) {
            throw new IllegalArgumentException("`" + value + "` is not " + getDescription());
          }
        }

        @Override
        public String getDescription() {
          return "from `64k` to `8m`, in steps of `64k`";
        }
      };

  static final SettingConstraint<List<URI>> HTTP_URLS =
      each("`http` or `https` URLs of hosts, without user and query", PandaConstraints::isHttpUrl);

  static final SettingConstraint<URI> HTTP_URL =
      new SettingConstraint<>() {
        @Override
        public void validate(URI value, Configuration config) {
          if (!isHttpUrl(value)) {
            throw new IllegalArgumentException("`" + value + "` is not " + getDescription());
          }
        }

        @Override
        public String getDescription() {
          return "an `http` or `https` URL of a host, without user and query";
        }
      };

  private PandaConstraints() {}

  private static boolean isHttpUrl(URI value) {
    String scheme = value.getScheme();
    return value.getHost() != null
        && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
        && value.getQuery() == null
        && value.getUserInfo() == null;
  }

  private static boolean isNetwork(String text) {
    try {
      new IPAddressString(text).toAddress();
      return !text.isBlank();
    } catch (AddressStringException | RuntimeException notOne) {
      return false;
    }
  }

  private static <T> SettingConstraint<List<T>> each(String what, Predicate<T> valid) {
    return new SettingConstraint<>() {
      @Override
      public void validate(List<T> values, Configuration config) {
        for (T value : values) {
          if (!valid.test(value)) {
            throw new IllegalArgumentException("`" + value + "` is none of: " + what);
          }
        }
      }

      @Override
      public String getDescription() {
        return what;
      }
    };
  }
}
