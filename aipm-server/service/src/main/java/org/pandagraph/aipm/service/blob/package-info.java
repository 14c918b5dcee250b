/** The contents the service was sent, in a bounded directory. */
package org.pandagraph.aipm.service.blob;
