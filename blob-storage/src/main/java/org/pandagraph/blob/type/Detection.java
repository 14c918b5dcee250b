/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.blob.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Asks Tika, on threads of its own. In an interrupted thread Tika gives other answers (it waits for
 * a parser when a content looks like XML, and takes it for text when the wait ends early), and its
 * table fails to load for good; a type must not depend on that. Thread-safe.
 */
final class Detection {
  private static final ThreadPoolExecutor THREADS =
      new ThreadPoolExecutor(
          2, 2, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Detection::daemon);

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

  /** Lower case, without parameters. */
  static String of(ByteArrayInputStream head) {
    return answer(start(head));
  }

  /** Begins to look; {@link #answer} says what was found. */
  static Future<String> start(ByteArrayInputStream head) {
    return THREADS.submit(() -> detect(head));
  }

  static String answer(Future<String> answer) {
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

  private static String detect(ByteArrayInputStream head) throws IOException {
    return Magic.TABLE
        .detect(head, new Metadata())
        .getBaseType()
        .toString()
        .toLowerCase(Locale.ROOT);
  }

  /** Loaded when first used. */
  private static final class Magic {
    static final MimeTypes TABLE = MimeTypes.getDefaultMimeTypes(Detection.class.getClassLoader());
  }
}
