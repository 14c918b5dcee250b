/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.benchmarks.costore;

/**
 * Ten queries of PandaDB's public performance tests: filters at the ends and in the middle of
 * patterns, and ({@link #Q3}, {@link #Q4}) several filters on one node, none of which alone leaves
 * few. The numbers compared with are set to the generated graph.
 */
enum AcademicQuery {
  Q1(
      "MATCH (n:person)-[:write_paper]->(p:paper) WHERE p.country = 'United States'"
          + " RETURN count(n)"),
  Q2(
      "MATCH (n:person)-[:write_paper]->(p:paper) WHERE p.country = 'United States'"
          + " AND n.citations > 800 RETURN count(n)"),
  Q3(
      "MATCH (n:person) WHERE n.citations > 40 AND n.citations < 45 AND n.nationality = 'China'"
          + " AND n.citations5 < 20 AND n.citations5 > 8 RETURN n"),
  Q4(
      "MATCH (n:paper) WHERE n.citation > 20 AND n.country = 'India' AND n.language = 'zh'"
          + " RETURN n"),
  Q5(
      "MATCH (o:organization)<-[:work_for]-(n:person)-[:write_paper]->(p:paper)"
          + " WHERE n.citations > 1000 AND p.citation < 100 AND o.latitude > 30 RETURN count(p)"),
  Q6(
      "MATCH (n:person)-[:write_paper]->(p:paper)-[:be_cited]->(p2:paper)"
          + " WHERE n.citations > 1000 AND p.citation > 100 AND p2.citation > 500"
          + " RETURN p2.paperId"),
  Q7(
      "MATCH (n:person)-[:write_paper]->(p:paper)-[:be_cited]->(p2:paper)"
          + " WHERE p.country = 'United States' AND p2.citation > 500 RETURN n.nameEn"),
  Q8(
      "MATCH (o:organization)<-[:work_for]-(n:person)-[:write_paper]->(p:paper)"
          + "-[:paper_belong_topic]->(t:topic) WHERE t.rank < 5 AND p.citation < 100"
          + " AND o.latitude > 30 RETURN count(p)"),
  Q9(
      "MATCH (o:organization)<-[:work_for]-(n:person)-[:write_paper]->(p:paper)"
          + "-[:paper_belong_topic]->(t:topic) WHERE t.rank < 4 AND p.citation > 100"
          + " AND o.longitude < 130 RETURN p.paperId"),
  Q10(
      "MATCH (o:organization)<-[:work_for]-(n:person)-[:write_paper]->(p:paper)"
          + "-[:paper_reference]->(p2:paper) WHERE p.citation < 100 AND p2.citation > 100"
          + " AND o.latitude > 30 RETURN count(p)");

  private final String text;

  AcademicQuery(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** As in the keys of a report. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
