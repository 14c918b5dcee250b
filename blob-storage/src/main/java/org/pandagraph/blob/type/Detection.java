/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Asks the index of Tika's table, and where that cannot answer Tika itself, on threads of its own.
 * In an interrupted thread Tika gives other answers (it waits for a parser when a content looks
 * like XML, and takes it for text when the wait ends early), and its table fails to load for good;
 * a type must not depend on that. Thread-safe.
 */
final class Detection {
  private static final ThreadPoolExecutor THREADS =
      new ThreadPoolExecutor(
          2, 2, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Detection::daemon);

  /** Empty until the table is loaded, and where it cannot be indexed. */
  private static volatile Optional<MagicIndex> index = Optional.empty();

  static {
    THREADS.allowCoreThreadTimeOut(true);
  }

  private Detection() {}

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "panda-content-types");
    thread.setDaemon(true);
    thread.setContextClassLoader(Detection.class.getClassLoader());
    return thread;
  }

  /**
   * Looks, or begins to look where that takes long: where the table has yet to be loaded, or the
   * content is XML or HTML.
   *
   * @param head must not change until the answer is there
   * @return gives the type in lower case, without parameters; waits, also in an interrupted thread
   */
  static Supplier<String> start(byte[] head, int length) {
    Optional<MagicIndex> loaded = index;
    if (loaded.isPresent()) {
      Optional<String> type = ask(loaded.get(), head, length);
      if (type.isPresent()) {
        return type::get;
      }
    }
    Future<String> asked = THREADS.submit(() -> detect(new ByteArrayInputStream(head, 0, length)));
    return () -> answer(asked);
  }

  private static Optional<String> ask(MagicIndex loaded, byte[] head, int length) {
    try {
      return loaded.typeOf(head, length);
    } catch (IOException e) {
      throw new IllegalStateException("cannot tell a content's type", e);
    }
  }

  private static String answer(Future<String> answer) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get();
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("cannot tell a content's type", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** As Tika itself answers. */
  static String detect(ByteArrayInputStream head) throws IOException {
    return Magic.TABLE
        .detect(head, new Metadata())
        .getBaseType()
        .toString()
        .toLowerCase(Locale.ROOT);
  }

  /** Loaded when first used, by a thread that nobody interrupts. */
  private static final class Magic {
    static final MimeTypes TABLE = MimeTypes.getDefaultMimeTypes(Detection.class.getClassLoader());

    static {
      index = MagicIndex.of(TABLE);
    }
  }
}
