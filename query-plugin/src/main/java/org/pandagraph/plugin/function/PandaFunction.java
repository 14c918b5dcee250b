/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */
package org.pandagraph.plugin.function;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.internal.kernel.api.procs.DefaultParameterValue;
import org.neo4j.internal.kernel.api.procs.FieldSignature;
import org.neo4j.internal.kernel.api.procs.Neo4jTypes.AnyType;
import org.neo4j.internal.kernel.api.procs.QualifiedName;
import org.neo4j.internal.kernel.api.procs.UserFunctionSignature;
import org.neo4j.kernel.api.procedure.CallableUserFunction;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.Values;

/** A Cypher function made of a signature and what it does. Immutable. */
final class PandaFunction extends CallableUserFunction.BasicUserFunction {
  private final Body body;

  private PandaFunction(UserFunctionSignature signature, Body body) {
    super(signature);
    this.body = body;
  }

  @Override
  public AnyValue apply(Context context, AnyValue[] arguments) {
    return body.apply(context, arguments);
  }

  /** Starts a function of {@code namespace.name}. */
  static Builder named(String namespace, String name) {
    return new Builder(namespace, name);
  }

  /** What a function does. */
  interface Body {
    AnyValue apply(Context context, AnyValue[] arguments);
  }

  /** Builds a function; not thread-safe. */
  static final class Builder {
    private final QualifiedName name;
    private final List<FieldSignature> inputs = new ArrayList<>();
    private AnyType output;
    private String description;
    private boolean internal;

    private Builder(String namespace, String name) {
      this.name = new QualifiedName(namespace.split("\\."), name);
    }

    Builder in(String field, AnyType type) {
      inputs.add(FieldSignature.inputField(field, type));
      return this;
    }

    Builder in(String field, AnyType type, DefaultParameterValue value) {
      inputs.add(FieldSignature.inputField(field, type, value));
      return this;
    }

    Builder out(AnyType type) {
      output = type;
      return this;
    }

    Builder description(String text) {
      description = text;
      return this;
    }

    /** Keeps it out of lists of functions. */
    Builder internal() {
      internal = true;
      return this;
    }

    PandaFunction does(Body body) {
      return new PandaFunction(
          new UserFunctionSignature(
              name,
              inputs,
              output,
              null,
              new String[0],
              description,
              "blob",
              false,
              false,
              internal),
          body);
    }

    /** Does this unless an argument is null: then it gives null. */
    PandaFunction doesUnlessNull(Body body) {
      return does(
          (context, arguments) -> {
            for (AnyValue argument : arguments) {
              if (argument == Values.NO_VALUE) {
                return Values.NO_VALUE;
              }
            }
            return body.apply(context, arguments);
          });
    }
  }
}
