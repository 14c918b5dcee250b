/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.pandagraph.plugin.RunningDbms;

/** Blobs out to a driver and back in, with the whole plugin running and no AIPM service. */
class BlobsOverBoltTest {
  private final RunningDbms dbms = RunningDbms.shared();

  @Test
  void aBlobComesBackAsAParameter() {
    Object blob = value("RETURN <base64://aGVsbG8=> AS b", Map.of());
    assertThat(blob).isInstanceOf(String.class);
    assertThat(value("RETURN $b = <base64://aGVsbG8=>", Map.of("b", blob))).isEqualTo(true);
    assertThat(value("RETURN Blob.toUTF8String($b)", Map.of("b", blob))).isEqualTo("hello");
    assertThat(value("RETURN $b->length", Map.of("b", blob))).isEqualTo(5L);
    dbms.rows("CREATE (:Bolt {one: $b, many: [$b, <base64://>]})", Map.of("b", blob));
    assertThat(value("MATCH (n:Bolt) RETURN [x IN n.many | x->length]", Map.of()))
        .isEqualTo(List.of(5L, 0L));
    assertThat(value("MATCH (n:Bolt) WHERE n.one = $b RETURN count(n)", Map.of("b", blob)))
        .isEqualTo(1L);
    dbms.rows("MATCH (n:Bolt) DELETE n");
  }

  @Test
  void bytesAreABlob() {
    Map<String, Object> bytes = Map.of("b", "hello".getBytes(StandardCharsets.UTF_8));
    assertThat(value("RETURN $b->digest = <base64://aGVsbG8=>->digest", bytes)).isEqualTo(true);
    assertThat(value("RETURN $b ~: <base64://aGVsbG8=>", bytes)).isEqualTo(true);
    assertThat((byte[]) value("RETURN Blob.toBytes($b, 1, 3)", bytes))
        .isEqualTo("ell".getBytes(StandardCharsets.UTF_8));
    assertThat((byte[]) value("RETURN $b", bytes)).isEqualTo(bytes.get("b"));
  }

  @Test
  void withoutAnAipmServiceTextsAndMetadataWork() {
    assertThat(value("RETURN '杜 一' :: '杜一' > 0.6", Map.of())).isEqualTo(true);
    assertThat(value("RETURN Blob.empty() ~:0.5 Blob.empty()", Map.of())).isEqualTo(true);
    assertThat(value("RETURN Blob.empty()->mime1", Map.of())).isEqualTo("application");
    assertThatThrownBy(() -> value("RETURN <base64://R0lGODlh> ~: <base64://R0lGODdh>", Map.of()))
        .hasMessageContainingAll("AIPM", "http://127.0.0.1:7690", "line 1, column 28");
    assertThat(value("RETURN 1", Map.of())).isEqualTo(1L);
  }

  @Test
  void thresholdsAndNullAsParameters() {
    Map<String, Object> none = new HashMap<>();
    none.put("t", null);
    assertThat(value("RETURN 'a' ~:jaro/$t 'a'", none)).isNull();
    assertThat(value("RETURN 'a' ~:/$t 'a'", Map.of("t", 1.0))).isEqualTo(true);
    assertThatThrownBy(() -> value("RETURN 'a' ~:/$t 'a'", Map.of("t", 1.5)))
        .isInstanceOf(ClientException.class)
        .hasMessageContainingAll("from 0 to 1, not 1.5", "line 1, column 12");
  }

  @Test
  void statusCounts() {
    dbms.rows("RETURN 'a' ~: 'b'");
    Object counters = dbms.rows("CALL panda.status() YIELD counters").get(0).get("counters");
    assertThat((Long) ((Map<?, ?>) counters).get("comparisons")).isPositive();
  }

  private Object value(String query, Map<String, Object> parameters) {
    return dbms.rows(query, parameters).get(0).values().iterator().next();
  }
}
