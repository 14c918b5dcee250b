/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.logging.log4j.Log4jLogProvider;
import org.pandagraph.blob.BlobDigest;

/** Since when contents are orphans: over commits, restarts and crashes. */
class KnownOrphansTest {
  private static final Instant FOUND = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
  private static final BlobDigest A = digest("a");
  private static final BlobDigest B = digest("b");

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final Log4jLogProvider logs = new Log4jLogProvider(logged);
  @TempDir private Path folder;

  private static BlobDigest digest(String content) {
    return BlobDigest.ofContent(content.getBytes(StandardCharsets.UTF_8));
  }

  private Path file() {
    return folder.resolve("neo4j/orphans");
  }

  /** As a server that has just started sees them. */
  private KnownOrphans started() {
    return new KnownOrphans(new OrphanFile(file()), logs.getLog(KnownOrphans.class));
  }

  private static Orphans found(BlobDigest... digests) {
    Orphans found = new Orphans();
    for (BlobDigest digest : digests) {
      found.put(digest, FOUND);
    }
    return found;
  }

  private KnownOrphans collected() throws IOException {
    KnownOrphans orphans = started();
    orphans.replace(found(A, B));
    return orphans;
  }

  @Test
  void whatIsReferredToIsNoOrphanAnyMore() throws IOException {
    KnownOrphans orphans = collected();
    orphans.referredTo(Set.of(A, digest("neither")));
    assertThat(orphans.since(A, NOW)).isEqualTo(NOW);
    assertThat(orphans.since(B, NOW)).isEqualTo(FOUND);
  }

  @Test
  void aRestartLosesNothing() throws IOException {
    KnownOrphans before = collected();
    before.referredTo(Set.of(A));
    before.stop();
    KnownOrphans after = started();
    assertThat(after.since(A, NOW)).isEqualTo(NOW);
    assertThat(after.since(B, NOW)).isEqualTo(FOUND);
  }

  @Test
  void aCrashOnlyRestartsGraceTimes() throws IOException {
    collected().referredTo(Set.of(A));
    assertThat(file()).doesNotExist();
    KnownOrphans after = started();
    assertThat(after.since(A, NOW)).isEqualTo(NOW);
    assertThat(after.since(B, NOW)).isEqualTo(NOW);
  }

  @Test
  void whatIsReferredToBeforeAnybodyAskedIsTakenOutOfTheFileToo() throws IOException {
    collected();
    started().referredTo(Set.of(A));
    assertThat(started().since(A, NOW)).isEqualTo(NOW);
  }

  @Test
  void commitsThatReferToNoOrphanLeaveTheFile() throws IOException {
    KnownOrphans before = collected();
    before.referredTo(Set.of(digest("neither")));
    assertThat(started().since(A, NOW)).isEqualTo(FOUND);
    Files.delete(file());
    before.stop();
    assertThat(file()).as("what was written is not written again").doesNotExist();
  }

  @Test
  void eachCollectionBeginsAnew() throws IOException {
    KnownOrphans orphans = collected();
    orphans.referredTo(Set.of(A));
    orphans.replace(found(A));
    assertThat(started().since(A, NOW)).isEqualTo(FOUND);
    assertThat(started().since(B, NOW)).isEqualTo(NOW);
    orphans.referredTo(Set.of(A));
    assertThat(started().since(A, NOW)).isEqualTo(NOW);
  }

  @Test
  void aDamagedFileIsToldAndRestartsGraceTimes() throws IOException {
    collected();
    Files.writeString(file(), "damaged");
    KnownOrphans orphans = started();
    assertThat(orphans.since(A, NOW)).isEqualTo(NOW);
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .contains("starts again")
        .contains(file() + " is damaged");
  }

  @Test
  void commitsGoOnWhereTheFileCannotBeRemoved() throws IOException {
    KnownOrphans orphans = collected();
    inTheWay();
    orphans.referredTo(Set.of(A));
    assertThat(orphans.since(A, NOW)).isEqualTo(NOW);
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .contains("cannot be removed", file().toString());
    orphans.stop();
    assertThat(logged.toString(StandardCharsets.UTF_8)).contains("after the restart");
  }

  @Test
  void whatCannotBeWrittenIsKnownAllTheSame() throws IOException {
    KnownOrphans orphans = collected();
    inTheWay();
    assertThatThrownBy(() -> orphans.replace(found(B))).isInstanceOf(IOException.class);
    assertThat(orphans.since(A, NOW)).isEqualTo(NOW);
    assertThat(orphans.since(B, NOW)).isEqualTo(FOUND);
  }

  /** Puts what can be neither deleted nor replaced in the file's place. */
  private void inTheWay() throws IOException {
    Files.delete(file());
    Files.createDirectories(file().resolve("in the way"));
  }
}
