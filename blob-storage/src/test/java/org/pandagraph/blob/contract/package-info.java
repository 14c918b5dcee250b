/**
 * The contract suite of {@link org.pandagraph.blob.BlobStore}, which every store's tests extend,
 * and a store in memory for the tests of other modules. Published as this module's test jar.
 */
package org.pandagraph.blob.contract;
