/**
 * The AIPM service: its program ({@link org.pandagraph.aipm.service.AipmServer}), its settings, and
 * how its parts are put together. {@code blob} keeps contents, {@code call} asks models, {@code
 * similarity} compares, {@code http} is the protocol, {@code model} the models written in Java.
 */
package org.pandagraph.aipm.service;
