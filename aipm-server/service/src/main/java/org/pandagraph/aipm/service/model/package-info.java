/**
 * The models written in Java: what pictures and documents say about themselves, barcodes, and
 * whether two pictures look alike. Each content has a time limit, each decoded picture a pixel
 * limit, and no content can do more than fail. Found by {@link java.util.ServiceLoader}.
 */
package org.pandagraph.aipm.service.model;
