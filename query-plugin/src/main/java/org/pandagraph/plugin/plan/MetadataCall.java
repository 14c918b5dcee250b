/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.plan;

import java.util.Map;
import java.util.Optional;
import org.neo4j.cypher.internal.expressions.CoerceTo;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.expressions.MapExpression;
import org.neo4j.cypher.internal.logical.plans.ResolvedFunctionInvocation;
import org.pandagraph.costore.BlobMetadata;
import org.pandagraph.cypherplus.InternalFunction;
import scala.collection.Seq;

/**
 * Calls that give a blob's metadata: {@code Blob.len(b)}, {@code Blob.mime(b)}, {@code
 * Blob.mime1(b)} and {@code Blob.mime2(b)}, and what {@code b->mime} and its like become.
 */
final class MetadataCall {
  private static final String ARROW = "->";
  private static final Map<String, BlobMetadata> FUNCTIONS =
      Map.of(
          "Blob.len", BlobMetadata.LENGTH,
          "Blob.mime", BlobMetadata.MIME,
          "Blob.mime1", BlobMetadata.MIME1,
          "Blob.mime2", BlobMetadata.MIME2);

  private final BlobMetadata metadata;
  private final Expression blob;

  private MetadataCall(BlobMetadata metadata, Expression blob) {
    this.metadata = metadata;
    this.blob = blob;
  }

  /** An expression as such a call; empty where it is another one. */
  static Optional<MetadataCall> of(Expression expression) {
    if (!(expression instanceof ResolvedFunctionInvocation)) {
      return Optional.empty();
    }
    ResolvedFunctionInvocation call = (ResolvedFunctionInvocation) expression;
    Seq<Expression> arguments = call.callArguments();
    String function = call.qualifiedName().toString();
    Optional<BlobMetadata> metadata =
        function.equals(InternalFunction.PROPERTY.qualifiedName())
            ? subProperty(given(arguments.apply(1)))
            : Optional.ofNullable(FUNCTIONS.get(function));
    return metadata.map(found -> new MetadataCall(found, given(arguments.apply(0))));
  }

  /** An argument without what makes it one of the parameter's type: any value, or a map. */
  private static Expression given(Expression argument) {
    return argument instanceof CoerceTo ? ((CoerceTo) argument).expr() : argument;
  }

  /** The text that the translator wrote: {@code {`->mime`: 17}}. */
  private static Optional<BlobMetadata> subProperty(Expression typed) {
    if (!(typed instanceof MapExpression) || ((MapExpression) typed).items().size() != 1) {
      return Optional.empty();
    }
    String text = ((MapExpression) typed).items().head()._1().name();
    return text.startsWith(ARROW)
        ? BlobMetadata.named(text.substring(ARROW.length()))
        : Optional.empty();
  }

  BlobMetadata metadata() {
    return metadata;
  }

  /** What it is called with. */
  Expression blob() {
    return blob;
  }
}
