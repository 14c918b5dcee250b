/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.cypherplus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pandagraph.cypherplus.SemanticUse.OperandType;
import org.pandagraph.cypherplus.testing.Neo4jParser;

class TranslationTest {
  private final CypherPlusTranslator translator = CypherPlusTranslator.create();

  @Test
  void operatorsBindTighterThanSignsAndArithmeticButLooserThanPostfix() {
    assertThat(cypher("WITH a AS r WHERE NOT -a.b ::jaro c[0]->d + 1 > 0.6 RETURN r"))
        .isEqualTo(
            "WITH a AS r WHERE NOT -panda.internal.compare(a.b ,"
                + " panda.internal.property(c[0], {`->d`: 38}), {`::jaro`: 27}) + 1 > 0.6 RETURN r");
  }

  @Test
  void operatorsAreLeftAssociative() {
    assertThat(cypher("WITH a :: b ~:0.5 c AS r RETURN r"))
        .isEqualTo(
            "WITH panda.internal.like(panda.internal.compare(a , b, {`::`: 7}) , c, {`~:0.5`: 12}) AS r RETURN r");
  }

  @Test
  void mixesWithRegularExpressionsAndMembership() {
    assertThat(cypher("WITH 1 AS r WHERE a ~: b =~ c IN d :: e IS NULL RETURN r"))
        .isEqualTo(
            "WITH 1 AS r WHERE panda.internal.like(a , b, {`~:`: 20}) =~ c IN"
                + " panda.internal.compare(d , e, {`::`: 35}) IS NULL RETURN r");
  }

  @Test
  void commentsAndWhiteSpaceStay() {
    assertThat(cypher("WITH a // one\n  ~:  /* two */ b // three\n AS r RETURN r"))
        .isEqualTo(
            "WITH panda.internal.like(a // one\n  ,  /* two */ b, {`~:`: 16}) // three\n AS r RETURN r");
  }

  @Test
  void wordsGluedToAConstructStayApart() {
    assertThat(cypher("WITH 1 AS x RETURN'a'::'b'AS r"))
        .isEqualTo("WITH 1 AS x RETURN panda.internal.compare('a', 'b', {`::`: 21})AS r");
  }

  @Test
  void keysQuoteNamesAndSuffixes() {
    assertThat(cypher("WITH x->`odd ``name` AS r, a ~:`my algo`/$`the t` b AS s RETURN r"))
        .isEqualTo(
            "WITH panda.internal.property(x, {`->odd ``name`: 6}) AS r,"
                + " panda.internal.like(a , b, {`~:``my algo``/$``the t```: 29}, $`the t`) AS s RETURN r");
  }

  @Test
  void equalConstructsHaveEqualCalls() {
    assertThat(cypher("MATCH (n) RETURN DISTINCT n.p->w ORDER BY n.p -> w"))
        .isEqualTo(
            "MATCH (n) RETURN DISTINCT panda.internal.property(n.p, {`->w`: 29}) AS `n.p->w`"
                + " ORDER BY panda.internal.property(n.p , {`->w`: 29}) ");
  }

  @Test
  void resultColumnsKeepTheirText() {
    assertThat(cypher("RETURN n.p -> /* c */ w, `a``b`->c AS d, 1 UNION RETURN x->w AS y"))
        .contains("AS `n.p -> /* c */ w`,")
        .contains("AS d, 1 UNION")
        .doesNotContain("AS `x");
    assertThat(cypher("RETURN `a``b`->c")).endsWith(" AS ```a````b``->c`");
    assertThat(cypher("WITH a->b RETURN 1")).doesNotContain(" AS ");
    assertThat(cypher("CALL { RETURN a->b } RETURN 1")).contains(" AS `a->b` }");
    assertThat(cypher("CALL { WITH 1 AS x RETURN x } RETURN *, a->b")).contains("AS `a->b`");
    assertThat(cypher("SHOW INDEXES YIELD name RETURN name ~: 'x'")).contains("AS `name ~: 'x'`");
  }

  /** Grouping keys, sorted columns and names, as Neo4j's semantic analysis sees them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (n) RETURN DISTINCT n.p->w ORDER BY n.p->w",
        "MATCH (n) RETURN n.p->w, count(*) ORDER BY n.p -> w, count(*)",
        "MATCH (n) RETURN n.p->w, n.p->w + count(*)",
        "MATCH (n) RETURN n.p->w AS x, count(*) ORDER BY n.p->w",
        "MATCH (n) WITH n.p->w AS w ORDER BY n.p->w RETURN w",
        "MATCH (n) RETURN size((n)-->()) :: 1, count(*) ORDER BY size((n)-->()) :: 1",
        "MATCH (n) RETURN n.p->w UNION MATCH (n) RETURN n.p->w",
        "CALL { MATCH (n) RETURN n.p->w } RETURN `n.p->w`",
        "MATCH (n) RETURN [x IN n.l WHERE x->w > 1 | x :: n.q]"
      })
  void meansToNeo4jWhatItSays(String text) throws Exception {
    assertThat(Neo4jParser.semanticErrors(cypher(text))).isEmpty();
  }

  @Test
  void keepsNeo4jsErrorsOfNames() throws Exception {
    assertThat(Neo4jParser.semanticErrors(cypher("MATCH (n) WITH n.p->w RETURN 1")))
        .contains("must be aliased");
    assertThat(Neo4jParser.semanticErrors(cypher("RETURN 1->w UNION RETURN 2->w")))
        .contains("same return column names");
    assertThat(Neo4jParser.semanticErrors(cypher("RETURN 1->w, 1->w")))
        .contains("Multiple result columns with the same name");
  }

  @Test
  void tellsWhatIsUsed() {
    Translation translation =
        translator.translate(
            "RETURN 1 :: 'x', <file://a.png> ~:face/0.8 [1], (-1.5) ::: {a: 1} :: null, n.p->w");
    assertThat(translation.uses())
        .extracting(SemanticUse::text)
        .containsExactly("::", "file://a.png", "~:face/0.8", ":::", "::", "w");
    assertThat(translation.uses())
        .extracting(SemanticUse::left)
        .containsExactly(
            OperandType.INTEGER,
            OperandType.UNKNOWN,
            OperandType.BLOB,
            OperandType.FLOAT,
            OperandType.LIST,
            OperandType.UNKNOWN);
    assertThat(translation.uses())
        .extracting(SemanticUse::right)
        .containsExactly(
            OperandType.STRING,
            OperandType.UNKNOWN,
            OperandType.LIST,
            OperandType.MAP,
            OperandType.NULL,
            OperandType.UNKNOWN);
    assertThat(translation.uses().get(2).operator().orElseThrow().algorithm()).contains("face");
  }

  @Test
  void mapsPositionsBothWays() {
    String user = "MATCH (n) WHERE n.photo ~: $q AND n.nme = 1 RETURN n.photo->width";
    Translation translation = translator.translate(user);
    SourceMap map = translation.sourceMap();
    int misspelt = translation.cypherText().indexOf("nme");
    assertThat(map.toUser(misspelt)).isEqualTo(user.indexOf("nme"));
    assertThat(map.toCypher(user.indexOf("nme"))).isEqualTo(misspelt);
    assertThat(map.toUser(translation.cypherText().indexOf("panda.internal.like") + 3))
        .isEqualTo(user.indexOf("~:"));
    assertThat(map.toUser(translation.cypherText().indexOf("panda.internal.property")))
        .isEqualTo(user.indexOf("->"));
    assertThat(map.toUser(translation.cypherText().length())).isEqualTo(user.length());
    assertThat(map.toUser(1_000_000)).isEqualTo(user.length());
    assertThat(map.toUser(-1)).isZero();
    assertThat(map.toCypher(-1)).isZero();
  }

  private String cypher(String text) {
    return translator.translate(text).cypherText();
  }
}
