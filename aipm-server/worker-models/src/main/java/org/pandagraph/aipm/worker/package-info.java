/**
 * Models that run in processes of their own, and the supervisor that keeps these alive. Depends on
 * the SDK, Jackson and SLF4J; the models themselves are in the packages below.
 *
 * <h2>Worker protocol</h2>
 *
 * A worker is a child process. It reads requests from stdin and writes answers to stdout, both as a
 * sequence of frames; stderr is free text for the log. It ends by itself when stdin closes.
 *
 * <pre>
 * frame  = length header part*
 * length = 4 bytes, unsigned, big-endian: bytes of the header, at most 16 MiB
 * header = a JSON object in UTF-8; its field "parts", where present, lists the length of each part
 * part   = bytes, at most 256 MiB in all parts of a frame (a supervisor may allow less)
 * </pre>
 *
 * The header's field {@code type} says what a frame is:
 *
 * <ul>
 *   <li>{@code hello}, worker to supervisor, once, as soon as models are loaded and warm: {@code
 *       protocol} (1), {@code name}, {@code version}, {@code models} (list of names), {@code
 *       startMillis}, {@code memoryBytes}.
 *   <li>{@code request}, supervisor to worker: {@code id} (positive, never used twice in a
 *       process's life), {@code op}, {@code options} (an object, as the operation wants it); the
 *       content is in the parts. Requests may be sent before earlier ones are answered; the worker
 *       answers in the order of the requests.
 *   <li>{@code answer}, worker to supervisor: the request's {@code id}, and either {@code value}
 *       (any JSON, with parts where the operation says so) or {@code fault}: an object of {@code
 *       code} (UNREADABLE_CONTENT, CONTENT_TOO_LARGE, TIMEOUT or MODEL_FAILED) and {@code message}
 *       (one sentence for the user); {@code millis} spent on it.
 *   <li>{@code ping} with an {@code id}, at any time, is answered out of turn by {@code pong} with
 *       the same {@code id} and {@code memoryBytes}.
 * </ul>
 *
 * Unknown fields are ignored; anything else on stdout ends the worker.
 *
 * <h2>History</h2>
 *
 * 1: first version.
 */
package org.pandagraph.aipm.worker;
