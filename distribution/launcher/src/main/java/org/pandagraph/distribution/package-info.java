/**
 * Puts a runnable home together and starts, watches and stops what runs in it: a stock Neo4j with
 * the plugin and Browser, and the AIPM service with its workers. {@link
 * org.pandagraph.distribution.PandaCommand} is the entry; the shell script {@code panda} at the
 * root of the repository builds and then hands over to it.
 *
 * <p>A home has {@code lib plugins aipm shell examples} (software, copied from what the build made)
 * and {@code conf data logs import run} (the user's own, never overwritten). {@code run} holds
 * {@code server.pid} and {@code aipm.pid} (process id and start time in milliseconds, so that a
 * reused process id is noticed), {@code endpoints.properties}, and the files with the password and
 * the token, readable by the owner alone.
 *
 * <p>Depends on picocli and the JDK only: the programs it starts have class paths of their own.
 */
package org.pandagraph.distribution;
