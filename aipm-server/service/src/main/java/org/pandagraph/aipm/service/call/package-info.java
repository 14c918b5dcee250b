/**
 * Asking models: which one for which value, once for equal values, with what was found before kept
 * for a while, and with a model's failure as a fault of its items only.
 */
package org.pandagraph.aipm.service.call;
