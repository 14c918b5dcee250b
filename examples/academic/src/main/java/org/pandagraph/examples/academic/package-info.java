/**
 * An academic graph after section 4.4 of the PandaDB paper: authors with photos, papers with
 * pictures of their authors on the page, and names that do not tell who is who.
 *
 * <p>{@link org.pandagraph.examples.academic.AcademicDemo} is the entry. {@link
 * org.pandagraph.examples.academic.AcademicWorld} is the truth that everything is made from and
 * every answer is checked against. Depends on the Neo4j Java driver, PDFBox and picocli, and on
 * nothing of ours: it talks to the server as any user's program would.
 */
package org.pandagraph.examples.academic;
