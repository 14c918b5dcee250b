/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.aipm.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pandagraph.aipm.sdk.ModelResult.Fault;

/** What becomes of requests when a real worker process misbehaves. */
@Timeout(120)
class WorkerPoolTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(1500);

  @TempDir private Path folder;
  private WorkerPool pool;

  @BeforeAll
  static void needsNode() {
    String problem = NodeProgram.problem(NodeProgram.workersDirectory(), "src/protocol.js");
    assumeTrue(
        problem == null || problem.contains("npm ci"), () -> "skipped, needs Node.js: " + problem);
  }

  @AfterEach
  void close() {
    if (pool != null) {
      pool.close();
    }
  }

  @Test
  void answersWithValueAndParts() throws Exception {
    pool = new WorkerPool(worker("normal"));

    WorkerAnswer answer =
        pool.ask("echo", Map.of("text", "grüße"), List.of(new byte[] {1, 2}, new byte[300_000]));

    assertThat(answer.value().path("text").asText()).isEqualTo("grüße");
    assertThat(answer.parts()).hasSize(2);
    assertThat(answer.parts().get(0)).containsExactly(1, 2);
    assertThat(answer.parts().get(1)).hasSize(300_000);
    assertThat(pool.hellos().get(0).name()).isEqualTo("test");
    assertThat(pool.memoryBytes(5000)).isGreaterThan(1 << 20);
  }

  @Test
  void answersManyRequestsSentAtOnce() throws Exception {
    pool = new WorkerPool(worker("normal").withProcesses(2));
    List<CompletableFuture<WorkerAnswer>> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      answers.add(pool.submit("echo", Map.of("i", i), List.of()));
    }

    for (int i = 0; i < 200; i++) {
      assertThat(WorkerPool.await(answers.get(i)).value().path("i").asInt()).isEqualTo(i);
    }
  }

  @Test
  void usesSeveralProcesses() throws Exception {
    pool = new WorkerPool(worker("normal").withProcesses(2));
    pool.start();
    while (pool.pids().size() < 2) {
      Thread.sleep(20);
    }
    List<CompletableFuture<WorkerAnswer>> sleeping =
        List.of(sleep(300), sleep(300), sleep(300), sleep(300));
    for (CompletableFuture<WorkerAnswer> answer : sleeping) {
      WorkerPool.await(answer);
    }

    Set<Long> pids = new HashSet<>(pool.pids());
    assertThat(pids).hasSize(2);
  }

  @Test
  void whatLibrariesPrintDoesNotDisturb() throws Exception {
    pool = new WorkerPool(worker("normal"));

    assertThat(ask("chat")).isEqualTo("chatted");
    assertThat(ask("chat")).isEqualTo("chatted");
  }

  @Test
  void tellsWhatTheWorkerRefused() {
    pool = new WorkerPool(worker("normal"));

    ModelFault refused = fault("refuse");
    ModelFault bug = fault("fail");
    ModelFault unknown = fault("fly");

    assertThat(refused.fault()).isEqualTo(Fault.UNREADABLE_CONTENT);
    assertThat(refused).hasMessage("that is no picture");
    assertThat(bug.fault()).isEqualTo(Fault.MODEL_FAILED);
    assertThat(bug).hasMessageContaining("a bug");
    assertThat(unknown).hasMessageContaining("fly").hasMessageContaining("echo");
  }

  @Test
  void triesAgainOnAFreshProcessAfterAKill() throws Exception {
    pool = new WorkerPool(worker("normal"));
    Path file = folder.resolve("died");

    WorkerAnswer answer = pool.ask("dieOnce", Map.of("file", file.toString()), List.of());

    assertThat(answer.value().asText()).isEqualTo("survived");
    assertThat(Files.readString(file)).isNotEqualTo(String.valueOf(pool.pids().get(0)));
  }

  @Test
  void survivesAKillFromOutside() throws Exception {
    pool = new WorkerPool(worker("normal"));
    CompletableFuture<WorkerAnswer> slow = sleep(1000);
    CompletableFuture<WorkerAnswer> behind = pool.submit("echo", Map.of("i", 1), List.of());
    while (pool.pids().isEmpty()) {
      Thread.sleep(20);
    }
    long pid = pool.pids().get(0);

    new ProcessBuilder("kill", "-9", String.valueOf(pid)).start().waitFor();

    assertThat(WorkerPool.await(slow).value().asText()).isEqualTo("slept");
    assertThat(WorkerPool.await(behind).value().path("i").asInt()).isEqualTo(1);
    assertThat(pool.pids()).hasSize(1).doesNotContain(pid);
  }

  @Test
  void givesUpOnWhatKillsTwiceAndKeepsTheRest() throws Exception {
    pool = new WorkerPool(worker("normal"));
    CompletableFuture<WorkerAnswer> deadly = pool.submit("die", Map.of(), List.of());
    List<CompletableFuture<WorkerAnswer>> others = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      others.add(pool.submit("echo", Map.of("i", i), List.of()));
    }

    ModelFault fault = fault(deadly);

    assertThat(fault.fault()).isEqualTo(Fault.MODEL_FAILED);
    assertThat(fault)
        .hasMessageContaining("the test worker was killed (signal 9)")
        .hasMessageContaining("tried twice");
    for (CompletableFuture<WorkerAnswer> other : others) {
      assertThat(WorkerPool.await(other).value().has("i")).isTrue();
    }
  }

  @Test
  void endsWhatHangsAndGoesOn() throws Exception {
    pool = new WorkerPool(worker("normal").withTimeouts(LONG, SHORT));
    String before = ask("pid");
    CompletableFuture<WorkerAnswer> hanging = pool.submit("hang", Map.of(), List.of());
    CompletableFuture<WorkerAnswer> behind = pool.submit("pid", Map.of(), List.of());

    ModelFault fault = fault(hanging);

    assertThat(fault.fault()).isEqualTo(Fault.TIMEOUT);
    assertThat(fault).hasMessageContaining("did not answer within 1.5 s");
    assertThat(WorkerPool.await(behind).value().asText()).isNotEqualTo(before);
    assertThat(ProcessHandle.of(Long.parseLong(before)).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void endsWhatHangsWithoutReadingALargeRequest() {
    pool = new WorkerPool(worker("normal").withTimeouts(LONG, SHORT));
    CompletableFuture<WorkerAnswer> hanging = pool.submit("hang", Map.of(), List.of());
    CompletableFuture<WorkerAnswer> large =
        pool.submit("echo", Map.of("i", 1), List.of(new byte[20_000_000]));

    assertThat(fault(hanging).fault()).isEqualTo(Fault.TIMEOUT);
    assertThat(large.join().parts().get(0)).hasSize(20_000_000);
  }

  @Test
  void endsWhatPrintsGarbage() throws Exception {
    pool = new WorkerPool(worker("normal"));

    assertThat(fault("garbage"))
        .hasMessageContaining("no message")
        .hasMessageContaining("Segmentation fault");
    assertThat(ask("chat")).isEqualTo("chatted");
    assertThat(fault("wrongJson")).hasMessageContaining("no message").hasMessageContaining("{{{");
    assertThat(ask("chat")).isEqualTo("chatted");
    assertThat(fault("nonsense")).hasMessageContaining("no known type");
    assertThat(ask("chat")).isEqualTo("chatted");
  }

  @Test
  void saysWhyAWorkerCannotStart() {
    pool = new WorkerPool(worker("exit"));

    ModelFault fault = fault("echo");

    assertThat(fault.fault()).isEqualTo(Fault.MODEL_FAILED);
    assertThat(fault)
        .hasMessageContaining("the test model cannot start")
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("no licence for this planet");
    assertThat(fault("echo")).hasMessageContaining("cannot start");
  }

  @Test
  void refusesAWorkerThatPrintsGarbageAtItsStart() {
    pool = new WorkerPool(worker("garbage"));

    assertThat(fault("echo"))
        .hasMessageContaining("cannot start")
        .hasMessageContaining("Hello, I am chatty!");
  }

  @Test
  void doesNotWaitForEverForHello() {
    pool = new WorkerPool(worker("mute").withTimeouts(SHORT, LONG));

    assertThat(fault("echo")).hasMessageContaining("not ready within 1.5 s");
  }

  @Test
  void tellsHowToGetWhatIsMissing() {
    WorkerSettings settings =
        WorkerSettings.of("test", List.of(folder.resolve("node").toString()), folder);
    pool = new WorkerPool(settings);
    assertThat(fault("echo")).hasMessageContaining("cannot be run");
    pool.close();

    pool = new WorkerPool(settings.withProblem(() -> "install Node.js 18 or newer"));
    assertThat(fault("echo"))
        .hasMessageContaining("the test model cannot start: install Node.js 18 or newer");
  }

  @Test
  void startsAsSoonAsTheReasonIsGone() throws Exception {
    Path missing = folder.resolve("missing");
    pool =
        new WorkerPool(
            worker("normal").withProblem(() -> Files.exists(missing) ? null : "it is missing"));
    assertThat(fault("echo")).hasMessageContaining("it is missing");

    Files.createFile(missing);

    while (pool.pids().isEmpty()) {
      Thread.sleep(20);
    }
    assertThat(ask("chat")).isEqualTo("chatted");
  }

  @Test
  void workerEndsByItselfWhenItsSupervisorIsGone() throws Exception {
    // Whatever becomes of the service's process, its end of the pipe closes.
    WorkerSettings settings = worker("normal");
    Process process =
        new ProcessBuilder(settings.command())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (DataInputStream in = new DataInputStream(process.getInputStream())) {
      assertThat(Frame.read(in, 1000).header().path("type").asText()).isEqualTo("hello");

      process.getOutputStream().close();

      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void limitsMessagesInBothDirections() throws Exception {
    pool = new WorkerPool(worker("normal").withMaxMessageBytes(100_000));

    ModelFault request = fault(pool.submit("echo", Map.of(), List.of(new byte[100_001])));
    ModelFault answer = fault(pool.submit("huge", Map.of("bytes", 100_001), List.of()));

    assertThat(request.fault()).isEqualTo(Fault.CONTENT_TOO_LARGE);
    assertThat(answer.fault()).isEqualTo(Fault.MODEL_FAILED);
    assertThat(answer).hasMessageContaining("more than 100000 bytes");
    assertThat(ask("chat")).isEqualTo("chatted");
  }

  @Test
  void isNotHeldUpByWhatIsPrintedForPeople() throws Exception {
    pool = new WorkerPool(worker("normal"));

    WorkerAnswer answer = pool.ask("noise", Map.of("lines", 2000), List.of());

    assertThat(answer.value().asText()).isEqualTo("printed");
  }

  @Test
  void closesEvenAWorkerThatHangs() {
    pool = new WorkerPool(worker("normal"));
    CompletableFuture<WorkerAnswer> hanging = pool.submit("hang", Map.of(), List.of());
    CompletableFuture<WorkerAnswer> large =
        pool.submit("echo", Map.of("i", 1), List.of(new byte[20_000_000]));
    while (pool.pids().isEmpty()) {
      Thread.onSpinWait();
    }
    long pid = pool.pids().get(0);

    pool.close();

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(fault(hanging)).hasMessageContaining("closed");
    assertThat(fault(large)).hasMessageContaining("closed");
  }

  @Test
  void endsProcessAndRequestsWhenClosed() throws Exception {
    pool = new WorkerPool(worker("normal"));
    long pid = Long.parseLong(ask("pid"));
    CompletableFuture<WorkerAnswer> running = sleep(60_000);
    CompletableFuture<WorkerAnswer> waiting = sleep(60_000);

    pool.close();

    assertThat(fault(running)).hasMessageContaining("closed");
    assertThat(fault(waiting)).hasMessageContaining("closed");
    assertThat(fault("echo")).hasMessageContaining("closed");
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private CompletableFuture<WorkerAnswer> sleep(int millis) {
    return pool.submit("sleep", Map.of("millis", millis), List.of());
  }

  private String ask(String op) throws ModelFault, InterruptedException {
    return pool.ask(op, Map.of(), List.of()).value().asText();
  }

  private ModelFault fault(String op) {
    return fault(pool.submit(op, Map.of(), List.of()));
  }

  private static ModelFault fault(CompletableFuture<WorkerAnswer> answer) {
    ModelFault fault = catchThrowableOfType(ModelFault.class, () -> WorkerPool.await(answer));
    assertThat(fault).as("a fault instead of an answer").isNotNull();
    return fault;
  }

  private static WorkerSettings worker(String mode) {
    WorkerSettings settings = NodeProgram.settings("test", "src/protocol.js", 128);
    List<String> command = new ArrayList<>(settings.command());
    command.set(command.size() - 1, script().toString());
    command.add(settings.directory().resolve("src/protocol.js").toString());
    command.add(mode);
    return WorkerSettings.of("test", command, settings.directory());
  }

  private static Path script() {
    try {
      return Path.of(
          Objects.requireNonNull(WorkerPoolTest.class.getResource("/test-worker.js")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
